import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';

import { type ListQuery, type PostmortemSummary, queries } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { PostmortemRow, PostmortemRowsSkeleton } from '../postmortem-rows.tsx';
import { countFilters } from './list-search.ts';
import { NothingHere } from './nothing-here.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useWindowRows } from './use-window-rows.ts';

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

interface RowsProps {
  readonly rows: readonly PostmortemSummary[];
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** Only the rows in sight are in the page, so that thousands scroll as well as ten. */
function Rows({ rows, hasMore, busy, onEnd }: RowsProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const { first, last, height, reveal } = useWindowRows(list, rows.length);
  useRowKeys({ list, count: rows.length, reveal });
  const nearEnd = hasMore && last > rows.length - 20;
  useEffect(() => {
    if (nearEnd) onEnd();
  });
  return (
    <>
      <ul ref={list} className="list-rows" style={{ height: rows.length * height }} aria-busy={busy}>
        {rows.slice(first, last).map((postmortem, offset) => (
          <li
            key={postmortem.id}
            data-index={first + offset}
            aria-setsize={hasMore ? -1 : rows.length}
            aria-posinset={first + offset + 1}
            style={{ top: (first + offset) * height }}
          >
            <PostmortemRow postmortem={postmortem} />
          </li>
        ))}
      </ul>
      {hasMore && <output className="list-rows__more">More rows are loading</output>}
    </>
  );
}
