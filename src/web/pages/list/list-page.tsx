import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback } from 'react';

import { queries } from '../api.ts';
import { Page, useShortcut } from '../app-shell.ts';
import { FilterBar } from './filter-bar.tsx';
import './list-page.css';
import { countFilters, type ListSearch, readListSearch } from './list-search.ts';
import { PostmortemList } from './postmortem-list.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';

/** All post-mortems one may see: searched while one types, filtered, sorted. The address keeps all of it. */
export function ListPage(): ReactElement {
  const search = readListSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: facets } = useQuery(queries.facets());
  const change = useCallback(
    (next: Partial<ListSearch>, replace = true): void => {
      navigate({ to: '/postmortems', search: (before) => readListSearch({ ...before, ...next }), replace }).catch(
        reportError,
      );
    },
    [navigate],
  );
  const clear = (): void => {
    navigate({ to: '/postmortems', search: search.q === undefined ? {} : { q: search.q } }).catch(reportError);
  };
  useShortcut('x', 'Remove all filters', clear, { enabled: countFilters(search) > 0 });
  const { q, ...query } = search;
  return (
    <Page title="Post-mortems">
      <search>
        <SearchField value={q ?? ''} onChange={(words) => change({ q: words })} total={facets?.total} />
        <FilterBar search={search} facets={facets} onChange={(next) => change(next, false)} onClear={clear} />
      </search>
      {q === undefined ? (
        <PostmortemList query={query} onClear={clear} />
      ) : (
        <SearchResults words={q} query={query} onClear={clear} />
      )}
    </Page>
  );
}
