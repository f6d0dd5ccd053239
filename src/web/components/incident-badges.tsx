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

const STATUS_TONES: Readonly<Record<keyof typeof STATUS_LABELS, Tone>> = {
  draft: 'warning',
  'in-review': 'accent',
  approved: 'success',
  published: 'success',
  closed: 'neutral',
};

/** Where a post-mortem stands. */
export function StatusBadge({ status }: { readonly status: keyof typeof STATUS_LABELS }): ReactElement {
  return <Badge tone={STATUS_TONES[status]}>{STATUS_LABELS[status]}</Badge>;
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
