import type { ReactNode } from 'react';

import { timeDetails, timeText } from './time-text.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** The time of a row as the table shows it; everything else about it on demand. */
export function RowTime({ entry, zone }: { readonly entry: TimelineEntry; readonly zone: string }): ReactNode {
  const { at } = entry;
  if (at === null) return <span className="timeline-time timeline-time--unknown">–</span>;
  return (
    <time
      className={at.instant === null ? 'timeline-time timeline-time--unknown' : 'timeline-time'}
      title={timeDetails(at, zone)}
      {...(at.instant === null ? {} : { dateTime: at.instant })}
    >
      {timeText(at, zone)}
    </time>
  );
}

/** What a row said before somebody changed it. */
export function RowOriginal({ entry, zone }: { readonly entry: TimelineEntry; readonly zone: string }): ReactNode {
  const { original } = entry.meta;
  if (original === undefined) return null;
  const isRetimed = original.at !== null && original.at.instant !== entry.at?.instant;
  const isReworded = original.text !== entry.said;
  return (
    <>
      {isRetimed && original.at !== null && (
        <del className="timeline-original" title={`Originally ${timeDetails(original.at, zone)}`}>
          {timeText(original.at, zone)}
        </del>
      )}
      {isReworded && (
        <span className="timeline-original timeline-original--text" title={`Originally: ${original.text}`}>
          reworded
        </span>
      )}
    </>
  );
}
