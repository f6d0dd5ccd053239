import type { ReactElement } from 'react';

import type { Facets } from '../api.ts';
import { Button, Select, STATUS_LABELS } from '../components.ts';
import { DateFilter } from './date-filter.tsx';
import { type FacetValue, FacetFilter } from './facet-filter.tsx';
import { countFilters, type ListSearch } from './list-search.ts';
import { SavedFilters } from './saved-filters.tsx';

interface FilterBarProps {
  readonly search: ListSearch;
  /** Absent while they load. */
  readonly facets: Facets | undefined;
  readonly onChange: (change: Partial<ListSearch>) => void;
  readonly onClear: () => void;
}

const SORTS = [
  { value: 'incident', label: 'Newest incident' },
  { value: 'updated', label: 'Last changed' },
  { value: 'severity', label: 'Severity' },
  { value: 'title', label: 'Title' },
] as const;

const plain = (values: Facets['service'] = []): FacetValue<string>[] =>
  values.map(({ value, count }) => ({ value, label: value, count }));

/** What narrows the list down, each with how often it occurs. */
export function FilterBar({ search, facets, onChange, onClear }: FilterBarProps): ReactElement {
  const statuses = facets?.status.map(({ value, count }) => ({ value, label: STATUS_LABELS[value], count })) ?? [];
  const { status, severity, service, team, tag, mine, from, to, sort } = search;
  return (
    <div className="filter-bar">
      <FacetFilter label="Status" values={statuses} chosen={status} onChange={(next) => onChange({ status: next })} />
      <FacetFilter
        label="Severity"
        values={facets?.severity ?? []}
        chosen={severity}
        onChange={(next) => onChange({ severity: next })}
      />
      <FacetFilter
        label="Service"
        values={plain(facets?.service)}
        chosen={service}
        onChange={(next) => onChange({ service: next })}
      />
      <FacetFilter
        label="Team"
        values={plain(facets?.team)}
        chosen={team}
        onChange={(next) => onChange({ team: next })}
      />
      <FacetFilter label="Tag" values={plain(facets?.tag)} chosen={tag} onChange={(next) => onChange({ tag: next })} />
      <DateFilter from={from} to={to} onChange={onChange} />
      <Button
        size="sm"
        variant="quiet"
        className="filter-bar__filter"
        aria-pressed={mine ?? false}
        onClick={() => onChange({ mine: mine ? undefined : true })}
      >
        Mine
      </Button>
      {countFilters(search) > 0 && (
        <Button size="sm" variant="quiet" icon="close" onClick={onClear}>
          Clear
        </Button>
      )}
      <span className="filter-bar__rest">
        <SavedFilters search={search} />
        {search.q === undefined && (
          <Select
            className="filter-bar__sort"
            aria-label="Order"
            options={SORTS}
            value={sort ?? 'incident'}
            onChange={(event) => onChange({ sort: event.target.value as NonNullable<ListSearch['sort']> })}
          />
        )}
      </span>
    </div>
  );
}
