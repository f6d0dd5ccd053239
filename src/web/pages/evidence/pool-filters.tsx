import type { ReactElement } from 'react';

import type { RouteOutput } from '#contract/client';

import { Button, Menu, MenuCheck, TextInput } from '../components.ts';

type Pool = Pick<RouteOutput<'listEvidenceEvents'>, 'kinds' | 'levels' | 'sources'>;

/** What of the pool is shown. */
export interface PoolFilter {
  readonly q: string;
  readonly source: readonly string[];
  readonly level: readonly string[];
  readonly kind: readonly string[];
}

/** Everything. */
export const NO_FILTER: PoolFilter = { q: '', source: [], level: [], kind: [] };

interface PoolFiltersProps {
  readonly filter: PoolFilter;
  readonly pool: Pool | undefined;
  readonly onChange: (filter: PoolFilter) => void;
}

/** Filters of the pool: words, source, level, kind. */
export function PoolFilters({ filter, onChange, pool }: PoolFiltersProps): ReactElement {
  const isFiltered = filter.q !== '' || filter.source.length + filter.level.length + filter.kind.length > 0;
  return (
    <div className="pool-filters" role="search" aria-label="Filter the evidence">
      <TextInput
        type="search"
        data-pool-search
        aria-label="Search the evidence"
        placeholder="Search the evidence"
        value={filter.q}
        onChange={(event) => onChange({ ...filter, q: event.currentTarget.value })}
      />
      <Choice
        label="Source"
        chosen={filter.source}
        options={(pool?.sources ?? []).map(({ count, name, value }) => ({ value, count, label: name }))}
        onChange={(source) => onChange({ ...filter, source })}
      />
      <Choice
        label="Kind"
        chosen={filter.kind}
        options={(pool?.kinds ?? []).map(({ count, value }) => ({ value, count, label: value.replaceAll('-', ' ') }))}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Choice
        label="Level"
        chosen={filter.level}
        options={(pool?.levels ?? []).map(({ count, value }) => ({ value, count, label: value }))}
        onChange={(level) => onChange({ ...filter, level })}
      />
      {isFiltered && (
        <Button size="sm" variant="quiet" onClick={() => onChange(NO_FILTER)}>
          Clear
        </Button>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several values of one property, with how often each occurs. */
function Choice({ chosen, label, onChange, options }: ChoiceProps): ReactElement | null {
  if (options.length < 2 && chosen.length === 0) return null;
  const name = chosen.length === 1 ? options.find(({ value }) => value === chosen[0])?.label : undefined;
  return (
    <Menu
      label={label}
      trigger={
        <Button size="sm" icon="filter" variant={chosen.length > 0 ? 'secondary' : 'quiet'}>
          {chosen.length === 0 ? label : `${label}: ${name ?? chosen.length}`}
        </Button>
      }
    >
      {options.map(({ count, label: text, value }) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))}
        >
          {text} <span className="timeline-menu-note">{count.toLocaleString('en')}</span>
        </MenuCheck>
      ))}
    </Menu>
  );
}
