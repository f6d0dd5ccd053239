import type { ReactElement } from 'react';

import { Badge, type Tone } from './badge.tsx';

/** Statuses in their usual order, as people call them. */
export const STATUS_LABELS = {
  draft: 'Draft',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
  closed: 'Closed',
} as const;

type Status = keyof typeof STATUS_LABELS;

/** A disc that fills up, and is ticked off at the end. */
const STATUS_SIGNS: Readonly<Record<Status, ReactElement>> = {
  draft: <circle cx="8" cy="8" r="5.25" strokeDasharray="2.2 1.92" />,
  'in-review': (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 5.2a2.8 2.8 0 010 5.6z" className="status-badge__full" />
    </>
  ),
  approved: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <circle cx="8" cy="8" r="2.8" className="status-badge__full" />
    </>
  ),
  published: <circle cx="8" cy="8" r="6" className="status-badge__full" />,
  closed: (
    <>
      <circle cx="8" cy="8" r="6" className="status-badge__full" />
      <path d="M5.4 8.2l1.8 1.8 3.4-3.6" className="status-badge__tick" />
    </>
  ),
};

/** Where a post-mortem stands. */
export function StatusBadge({ status }: { readonly status: Status }): ReactElement {
  return (
    <span className={`status-badge status-badge--${status}`}>
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {STATUS_SIGNS[status]}
      </svg>
      {STATUS_LABELS[status]}
    </span>
  );
}

interface SeverityBadgeProps {
  readonly severity: { readonly label: string; readonly rank: number | null } | null;
}

const SEVERITY_TONES: readonly Tone[] = ['danger', 'danger', 'warning'];

/** How bad it was, in the words of the document; nothing where nobody said. */
export function SeverityBadge({ severity }: SeverityBadgeProps): ReactElement | null {
  if (severity === null) return null;
  const tone = SEVERITY_TONES[(severity.rank ?? 9) - 1] ?? 'neutral';
  return (
    <Badge tone={tone} strong={severity.rank === 1} title={`Severity: ${severity.label}`}>
      {severity.label}
    </Badge>
  );
}

/** Says that only some people can see it. */
export function PrivateBadge(): ReactElement {
  return (
    <Badge icon="lock" title="Only its author, admins and the people it names can see it">
      Private
    </Badge>
  );
}
