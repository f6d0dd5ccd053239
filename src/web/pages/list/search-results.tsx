import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useRef } from 'react';

import { type ListQuery, queries, type SearchHit } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { Button, Day, EmptyState, Pager, PrivateBadge, SeverityBadge, StatusBadge } from '../components.ts';
import { PostmortemRowsSkeleton } from '../postmortem-rows.tsx';
import { countFilters } from './list-search.ts';
import { markWords, type Piece } from './mark-words.ts';
import { useRowKeys } from './use-row-keys.ts';

interface SearchResultsProps {
  readonly words: string;
  readonly query: ListQuery;
  readonly onClear: () => void;
}

/** What the words are found in, best first, with the passages. */
export function SearchResults({ words, query, onClear }: SearchResultsProps): ReactElement {
  const { sort: _byRank, ...filters } = query;
  const found = useInfiniteQuery(queries.search({ q: words, ...filters }));
  const more = (): void => {
    found.fetchNextPage().catch(reportError);
  };
  return (
    <Loaded query={found} skeleton={<PostmortemRowsSkeleton rows={10} />}>
      {({ pages }) => {
        const hits = pages.flatMap((page) => page.items);
        return (
          <div aria-busy={found.isPlaceholderData}>
            <output className="search-results__count">{countText(pages[0])}</output>
            {hits.length === 0 && <NothingFound words={words} filtered={countFilters(query) > 0} onClear={onClear} />}
            <Hits hits={hits} words={words} />
            <Pager hasMore={found.hasNextPage} loading={found.isFetchingNextPage} onMore={more} />
          </div>
        );
      }}
    </Loaded>
  );
}

function countText(page: { readonly total: number; readonly atLeast: boolean } | undefined): string {
  if (page === undefined) return '';
  const { total, atLeast } = page;
  return `${atLeast ? 'More than ' : ''}${total.toLocaleString('en')} ${total === 1 && !atLeast ? 'result' : 'results'}`;
}

function Hits({ hits, words }: { readonly hits: readonly SearchHit[]; readonly words: string }): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  useRowKeys({ list, count: hits.length });
  return (
    <ol ref={list} className="search-results">
      {hits.map((hit, index) => (
        <li key={hit.postmortem.id} data-index={index} className="search-results__hit">
          <Hit hit={hit} words={words} />
        </li>
      ))}
    </ol>
  );
}

function Hit({ hit, words }: { readonly hit: SearchHit; readonly words: string }): ReactElement {
  const { postmortem, passages } = hit;
  const { id, title, severity, status, incidentAt } = postmortem;
  return (
    <>
      <div className="search-results__head">
        <Link to="/postmortems/$id" params={{ id }} data-row-link>
          <Pieces pieces={markWords(title, words)} />
        </Link>
        <SeverityBadge severity={severity} />
        <StatusBadge status={status} />
        {postmortem.private && <PrivateBadge />}
        {incidentAt !== null && <Day at={incidentAt} zone="UTC" />}
      </div>
      {passages.map(({ where, path, pieces }) => (
        <p key={`${where} ${path}`} className="search-results__passage">
          <span className="search-results__where">{where}</span> <Pieces pieces={pieces} />
        </p>
      ))}
    </>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}

interface NothingFoundProps {
  readonly words: string;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function NothingFound({ words, filtered, onClear }: NothingFoundProps): ReactElement {
  return (
    <EmptyState
      title={`Nothing has “${words}” in it`}
      actions={filtered && <Button onClick={onClear}>Search without filters</Button>}
    >
      Fewer or other words may find more. The search reads every section, timelines and actions included.
    </EmptyState>
  );
}
