import type { ReactElement } from 'react';

interface CompletenessRingProps {
  /** 0 to 1. */
  readonly part: number;
  readonly label?: string;
}

const AROUND = 2 * Math.PI * 6;

/** How much of what is asked for is there. */
export function CompletenessRing({ part, label = 'Complete' }: CompletenessRingProps): ReactElement {
  const percent = Math.round(part * 100);
  const spoken = { role: 'img', 'aria-label': `${label}: ${percent} %` };
  return (
    <svg className="completeness-ring" viewBox="0 0 16 16" {...spoken}>
      <title>{`${label}: ${percent} %`}</title>
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="6" strokeDasharray={`${part * AROUND} ${AROUND}`} transform="rotate(-90 8 8)" />
    </svg>
  );
}
