import { useInfiniteQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

import { type ListQuery, type PostmortemSummary, queries } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { PostmortemRow, PostmortemRowsSkeleton } from '../postmortem-rows.tsx';
import { countFilters } from './list-search.ts';
import { NothingHere } from './nothing-here.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface PostmortemListProps {
  readonly query: ListQuery;
  readonly onClear: () => void;
}

/** The list in its order; more of it comes as one scrolls. */
export function PostmortemList({ query, onClear }: PostmortemListProps): ReactElement {
  const list = useInfiniteQuery(queries.postmortems(query));
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = list;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage().catch(reportError);
  };
  return (
    <Loaded query={list} skeleton={<PostmortemRowsSkeleton rows={14} />}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.items);
        if (rows.length === 0) return <NothingHere filtered={countFilters(query) > 0} onClear={onClear} />;
        return <Rows rows={rows} hasMore={hasNextPage} busy={isPlaceholderData} onEnd={more} />;
      }}
    </Loaded>
  );
}

const phone = matchMedia('(max-width: 40rem)');
const subscribe = (listener: () => void): (() => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

interface RowsProps {
  readonly rows: readonly PostmortemSummary[];
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** Only the rows in sight are in the page, so that thousands scroll as well as ten. */
function Rows({ rows, hasMore, busy, onEnd }: RowsProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const rowHeight = useSyncExternalStore(subscribe, () => (phone.matches ? 68 : 44));
  // oxlint-disable-next-line react/incompatible-library -- the compiler it would disturb is not in use
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: 2 * rowHeight,
  });
  useLayoutEffect(() => {
    setScrollMargin(list.current?.offsetTop ?? 0);
    virtual.measure();
  }, [virtual, rowHeight]);
  useRowKeys({ list, count: rows.length, reveal: (index) => virtual.scrollToIndex(index) });
  const items = virtual.getVirtualItems();
  const nearEnd = hasMore && (items.at(-1)?.index ?? 0) > rows.length - 20;
  useEffect(() => {
    if (nearEnd) onEnd();
  });
  return (
    <>
      <ul ref={list} className="list-rows" style={{ height: virtual.getTotalSize() }} aria-busy={busy}>
        {items.map(({ index, start }) => {
          const postmortem = rows[index];
          if (postmortem === undefined) return null;
          return (
            <li
              key={postmortem.id}
              data-index={index}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${String(start - scrollMargin)}px)` }}
            >
              <PostmortemRow postmortem={postmortem} />
            </li>
          );
        })}
      </ul>
      {hasMore && <output className="list-rows__more">More rows are loading</output>}
    </>
  );
}
