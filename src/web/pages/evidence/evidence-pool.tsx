import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';

import type { Rows } from '#core/shared-doc';
import { instantToEpoch } from '#core/time';

import { type PostmortemDetail, problemOf, queries } from '../api.ts';
import { useDebounced, useShortcut } from '../app-shell.ts';
import { EmptyState, ProblemNotice, Skeleton } from '../components.ts';
import { dayLabel, timelineEntries } from '../timeline.ts';
import { type PoolEvent, useEvidenceDesk } from './evidence-context.ts';
import { setKnownReferences, useKnownReferences } from './known-references.ts';
import { NO_FILTER, type PoolFilter, PoolFilters } from './pool-filters.tsx';
import { PoolDetail } from './pool-detail.tsx';
import { PoolRow } from './pool-row.tsx';

const PAGE = 5000;
const ROW_HEIGHT = 34;

/** Everything the evidence says, in order: filtered, looked up, added to the timeline. */
export function EvidencePool({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const { postmortemId } = useEvidenceDesk();
  const [filter, setFilter] = useState<PoolFilter>(NO_FILTER);
  const q = useDebounced(filter.q, 150);
  const query = useInfiniteQuery(queries.evidenceEvents(postmortemId, poolQuery({ ...filter, q })));
  const events = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const first = query.data?.pages[0];
  useTimelineOf(detail);
  useShortcut('/', 'Search the evidence', () => {
    document.querySelector<HTMLElement>('[data-pool-search]')?.focus();
  });
  return (
    <section className="evidence-pool" aria-label="Evidence">
      <PoolFilters filter={filter} pool={first} onChange={setFilter} />
      {query.error !== null && (
        <ProblemNotice
          problem={problemOf(query.error)}
          onRetry={() => {
            query.refetch().catch(reportError);
          }}
        />
      )}
      {first === undefined && query.error === null && <Skeleton lines={12} height="1.6rem" />}
      {first !== undefined && events.length === 0 && <NoEvents isFiltered={filter !== NO_FILTER} />}
      {first !== undefined && events.length > 0 && (
        <>
          <output className="evidence-pool__count">{countText(first.total, filter !== NO_FILTER)}</output>
          <PoolList
            events={events}
            total={first.total}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage().catch(reportError);
            }}
          />
        </>
      )}
    </section>
  );
}

function poolQuery({ kind, level, q, source }: PoolFilter): Parameters<typeof queries.evidenceEvents>[1] {
  return {
    limit: PAGE,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(source.length === 0 ? {} : { source: [...source] }),
    ...(level.length === 0 ? {} : { level: [...level] }),
    ...(kind.length === 0 ? {} : { kind: [...kind] }),
  };
}

/** Until the timeline is open for editing, its references are those that were stored. */
function useTimelineOf({ mayEdit, record, rows }: PostmortemDetail): void {
  useEffect(() => {
    if (!mayEdit) setKnownReferences(new Set(timelineEntries(record, rows as Rows).flatMap(({ sources }) => sources)));
  }, [mayEdit, record, rows]);
}

function countText(total: number, isFiltered: boolean): string {
  const events = total === 1 ? '1 event' : `${total.toLocaleString('en')} events`;
  return isFiltered ? `${events} match` : events;
}

function NoEvents({ isFiltered }: { readonly isFiltered: boolean }): ReactElement {
  if (isFiltered) return <p className="evidence-pool__none">No evidence matches. Take a filter off to see more.</p>;
  return (
    <EmptyState title="No evidence yet">
      Add chat exports, alerts, deploy records or logs: everything they say appears here, each event with the line it
      comes from.
    </EmptyState>
  );
}

interface PoolListProps {
  readonly events: readonly PoolEvent[];
  readonly total: number;
  readonly onEnd: () => void;
}

/** The rows that are in sight. Arrow keys go from row to row, Enter shows where it comes from, A adds it. */
function PoolList({ events, onEnd, total }: PoolListProps): ReactElement {
  const desk = useEvidenceDesk();
  const known = useKnownReferences();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on to memoised components
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const hasDays = useMemo(
    () => new Set(events.map((event) => dayOfEvent(event, desk.zone))).size > 1,
    [events, desk.zone],
  );
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last > events.length - 200) onEnd();
  }, [last, events.length, onEnd]);
  const goTo = (index: number, isRange: boolean): void => {
    const next = Math.min(events.length - 1, Math.max(0, index));
    if (isRange) setPicked(new Set([...picked, ...idsOf(events, active, next)]));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const add = (): void => {
    const chosen = events.filter(({ id }) => picked.has(id));
    const current = events[active];
    desk.add?.(chosen.length > 0 ? chosen : current === undefined ? [] : [current]);
    setPicked(new Set());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const current = events[active];
    if (step !== undefined) goTo(active + step, event.shiftKey);
    else if (event.key === 'Home') goTo(0, false);
    else if (event.key === 'End') goTo(events.length - 1, false);
    else if (event.key === 'a') add();
    else if (event.key === 'Enter' && current?.reference !== undefined) desk.open(current.reference.split(', ')[0]);
    else if (event.key === 'Escape') setPicked(new Set());
    else return;
    event.preventDefault();
  };
  const current = events[active];
  return (
    <>
      <div
        ref={scroller}
        className="pool-list"
        role="listbox"
        aria-label="Events of the evidence"
        aria-multiselectable
        aria-activedescendant={`pool-${events[active]?.id ?? ''}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="pool-list__rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const event = events[index];
            return (
              event && (
                <PoolRow
                  key={event.id}
                  event={event}
                  top={start}
                  position={index + 1}
                  total={total}
                  isActive={index === active}
                  isPicked={picked.has(event.id)}
                  isKnown={isKnown(event, known)}
                  day={hasDays ? dayOfEvent(event, desk.zone) : undefined}
                  onPick={(isRange) => {
                    if (isRange) setPicked(new Set([...picked, ...idsOf(events, active, index)]));
                    setActive(index);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
      {current !== undefined && <PoolDetail event={current} isKnown={isKnown(current, known)} />}
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 15, PageUp: -15 };

function idsOf(events: readonly PoolEvent[], one: number, other: number): string[] {
  return events.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ id }) => id);
}

/** True where every source of an event, or the one that tells it first, is in the timeline. */
function isKnown({ reference }: PoolEvent, known: ReadonlySet<string>): boolean {
  return reference !== undefined && reference.split(', ').some((each) => known.has(each));
}

/** `16 Mar`; undefined where the time is not known. */
function dayOfEvent({ at }: PoolEvent, zone: string): string | undefined {
  return at.instant === null ? undefined : dayLabel(instantToEpoch(at.instant), zone).slice(4);
}
