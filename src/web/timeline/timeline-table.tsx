import { type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

import { instantToEpoch } from '#core/time';

import { ChunkedRows } from './chunked-rows.tsx';
import { foldTree } from './fold-tree.ts';
import { HighlightContext } from './highlight.ts';
import { ReadingRow } from './reading-row.tsx';
import { dayOf } from './time-text.ts';
import { dayLabel } from './time-ticks.ts';
import type { TimelineEntry } from './timeline-entry.ts';

interface TimelineTableProps {
  readonly entries: readonly TimelineEntry[];
  readonly zone: string;
}

const NONE: readonly TimelineEntry[] = [];

/** The timeline as a table: everything that the picture shows, and everything else there is to know. */
export function TimelineTable({ entries, zone }: TimelineTableProps): ReactNode {
  const needed = useRevealedRow();
  const { top, under } = useMemo(() => foldTree(entries), [entries]);
  const days = useMemo(() => firstOfDays(top, zone), [top, zone]);
  const byId = useMemo(() => new Map(top.map((entry) => [entry.id, entry])), [top]);
  const renderRow = useCallback(
    (id: string) => {
      const entry = byId.get(id);
      return (
        entry && <ReadingRow key={id} entry={entry} zone={zone} day={days.get(id)} folded={under.get(id) ?? NONE} />
      );
    },
    [byId, days, under, zone],
  );
  const ids = useMemo(() => top.map(({ id }) => id), [top]);
  const hasWho = entries.some(({ who }) => who !== undefined);
  return (
    <table className="timeline-table" aria-rowcount={entries.length + 1} data-who={hasWho}>
      <caption className="timeline-table__caption">Timeline, times in {zone}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Time</th>
          <th scope="col">What happened</th>
          <th scope="col">Who</th>
        </tr>
      </thead>
      <ChunkedRows ids={ids} needed={needed} renderRow={renderRow} />
    </table>
  );
}

/** The day to say above each row that begins one, where the timeline spans several. */
function firstOfDays(entries: readonly TimelineEntry[], zone: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  let last: string | null = null;
  for (const entry of entries) {
    const day = dayOf(entry, zone);
    if (day === null || day === last || entry.at?.instant === null || entry.at === null) continue;
    last = day;
    days.set(entry.id, `${dayLabel(instantToEpoch(entry.at.instant), zone)} ${day.slice(0, 4)}`);
  }
  return days;
}

/** The row that an address or the picture asks for; it is scrolled to as soon as it is there. */
function useRevealedRow(): string | null {
  const highlight = useContext(HighlightContext);
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(() => rowOfAddress());
  useEffect(() => highlight.onReveal((id) => setWanted({ id })), [highlight]);
  useEffect(() => {
    const follow = (): void => setWanted(rowOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (wanted === null) return;
    const row = document.getElementById(`event-${wanted.id}`);
    row?.scrollIntoView({ block: 'center' });
    highlight.point(wanted.id);
  }, [wanted, highlight]);
  return wanted?.id ?? null;
}

function rowOfAddress(): { readonly id: string } | null {
  const id = /^#event-([\w-]+)$/u.exec(location.hash)?.[1];
  return id === undefined ? null : { id };
}
