import type { ReactElement } from 'react';

interface SkeletonProps {
  /** A CSS length. */
  readonly width?: string;
  readonly height?: string;
  /** So many lines of text, the last one shorter. */
  readonly lines?: number;
}

/** The place of something that is on its way, in its size. A screen reader hears of the loading from the page, not from here. */
export function Skeleton({ width = '100%', height = '1em', lines = 1 }: SkeletonProps): ReactElement {
  return (
    <span className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_each, index) => (
        <span key={index} style={{ width: lines > 1 && index === lines - 1 ? '60%' : width, height }} />
      ))}
    </span>
  );
}
