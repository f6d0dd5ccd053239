import type { ReactNode } from 'react';

import { EvidenceLink } from './evidence-link.tsx';
import { MOMENT_LABELS } from './moment-labels.data.ts';
import type { PictureFrame } from './picture-frame.ts';
import { timeDetails, timeText } from './time-text.ts';
import type { TimelineEntry } from './timeline-entry.ts';

interface EventCardProps {
  readonly entry: TimelineEntry;
  readonly zone: string;
  readonly frame: PictureFrame;
  readonly mark: { readonly x: number; readonly y: number };
  /** A pinned card stays and its links can be followed. */
  readonly isPinned: boolean;
  readonly onShow: () => void;
}

const CARD_WIDTH = 300;

/** What an event of the picture says, beside its mark. */
export function EventCard({ entry, frame, isPinned, mark, onShow, zone }: EventCardProps): ReactNode {
  const left = Math.max(0, Math.min(mark.x + 14, frame.width - CARD_WIDTH));
  const isLow = mark.y > frame.height / 2;
  const place = isLow ? { left, bottom: frame.height - mark.y + 14 } : { left, top: mark.y + 14 };
  return (
    <div className="timeline-card" data-pinned={isPinned} style={place}>
      <p className="timeline-card__head">
        {entry.at !== null && (
          <time title={timeDetails(entry.at, zone)}>
            {timeText(entry.at, zone)} <span className="timeline-card__zone">{zone}</span>
          </time>
        )}
        {entry.moments.map((kind) => (
          <span key={kind} className="timeline-moment">
            {MOMENT_LABELS[kind].label}
          </span>
        ))}
      </p>
      <p className="timeline-card__text">{entry.text}</p>
      {entry.who !== undefined && <p className="timeline-card__who">{entry.who}</p>}
      <p className="timeline-card__foot">
        {entry.sources.map((reference) => (
          <EvidenceLink key={reference} reference={reference} />
        ))}
        {isPinned && (
          <button type="button" className="timeline-card__show" onClick={onShow}>
            Show in the table
          </button>
        )}
      </p>
    </div>
  );
}
