import { Fragment, memo, type ReactNode, useContext, useState } from 'react';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { EvidenceLink } from './evidence-link.tsx';
import { HighlightContext, useIsHighlighted } from './highlight.ts';
import { MomentBadges } from './moment-badges.tsx';
import { RowImages } from './row-attachments.tsx';
import { RowOriginal, RowTime } from './row-time.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

interface ReadingRowProps {
  readonly entry: TimelineEntry;
  readonly zone: string;
  /** Day to say above the row, where it is the first of its day. */
  readonly day: string | undefined;
  readonly folded: readonly TimelineEntry[];
  readonly isFolded?: boolean;
  readonly isHidden?: boolean;
}

/** One event of the table. Its time links to itself. */
export const ReadingRow = memo(function ReadingRow(props: ReadingRowProps): ReactNode {
  const { day, entry, folded, isFolded = false, isHidden = false, zone } = props;
  const highlight = useContext(HighlightContext);
  const isPointed = useIsHighlighted(entry.id);
  const [isOpen, setOpen] = useState(false);
  const anchor = `event-${entry.id}`;
  return (
    <>
      {day !== undefined && (
        <tr className="timeline-day">
          <th colSpan={3} scope="rowgroup">
            {day}
          </th>
        </tr>
      )}
      <tr
        id={anchor}
        className="timeline-row"
        data-moment={entry.moments.length > 0}
        data-pointed={isPointed}
        data-folded={isFolded}
        hidden={isHidden}
        onPointerEnter={() => highlight.point(entry.id)}
        onPointerLeave={() => highlight.point(null)}
      >
        <th scope="row" className="timeline-row__time">
          <a href={`#${anchor}`} className="timeline-row__anchor">
            <RowTime entry={entry} zone={zone} />
          </a>
          <RowOriginal entry={entry} zone={zone} />
        </th>
        <td className="timeline-row__what">
          <MomentBadges moments={entry.moments} marker={entry.marker} />
          <span className="timeline-row__text">
            <InlineMarkdown text={entry.text} />
          </span>
          <RowSources sources={entry.sources} />
          {entry.notes !== undefined && entry.notes !== entry.sources.join(', ') && (
            <div className="timeline-row__notes">
              <InlineMarkdown text={entry.notes} />
            </div>
          )}
          <RowImages entry={entry} />
          {folded.length > 0 && (
            <button type="button" className="timeline-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {folded.length === 1 ? '1 event folded' : `${folded.length} events folded`}
            </button>
          )}
        </td>
        <td className="timeline-row__who">{entry.who}</td>
      </tr>
      {folded.map((each) => (
        <ReadingRow key={each.id} entry={each} zone={zone} day={undefined} folded={NONE} isFolded isHidden={!isOpen} />
      ))}
    </>
  );
});

function RowSources({ sources }: { readonly sources: readonly string[] }): ReactNode {
  return sources.map((reference) => (
    <Fragment key={reference}>
      {' '}
      <EvidenceLink reference={reference} />
    </Fragment>
  ));
}

const NONE: readonly TimelineEntry[] = [];
