import type { ReactNode } from 'react';

import type { MomentKind } from '#core/record';

import { MOMENT_LABELS } from './moment-labels.data.ts';

/** The moments that a row stands for. */
export function MomentBadges({
  marker,
  moments,
}: {
  readonly moments: readonly MomentKind[];
  readonly marker?: string | undefined;
}): ReactNode {
  if (moments.length === 0 && marker === undefined) return null;
  return (
    <span className="timeline-moments">
      {moments.map((kind) => (
        <span key={kind} className="timeline-moment" title={MOMENT_LABELS[kind].meaning}>
          {MOMENT_LABELS[kind].label}
        </span>
      ))}
      {marker !== undefined && <span className="timeline-moment">{marker}</span>}
    </span>
  );
}
