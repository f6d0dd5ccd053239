import type { ReactElement } from 'react';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; absent while nobody knows how far it is. */
  readonly value?: number;
}

/** How far something has come. */
export function ProgressBar({ label, value }: ProgressBarProps): ReactElement {
  return <progress className="progress-bar" aria-label={label} max={1} {...(value !== undefined && { value })} />;
}
