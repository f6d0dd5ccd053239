import { type ReactElement, useState } from 'react';

import { Button, Checkbox, Icon, Popover, TextInput } from '../components.ts';

/** One value of a filter. */
export interface FacetValue<Value> {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
}

interface FacetFilterProps<Value> {
  readonly label: string;
  readonly values: readonly FacetValue<Value>[];
  readonly chosen: readonly Value[] | undefined;
  readonly onChange: (chosen: Value[] | undefined) => void;
}

/** From so many values on, one can look for one. */
const MANY = 9;

/** A filter of which any of several values may apply. Nothing where there is nothing to choose from. */
export function FacetFilter<Value extends string | number>(props: FacetFilterProps<Value>): ReactElement | null {
  const { label, values, chosen, onChange } = props;
  if (values.length === 0 && chosen === undefined) return null;
  const names = chosen?.map((each) => values.find(({ value }) => value === each)?.label ?? String(each)) ?? [];
  return (
    <Popover
      label={label}
      className="facet-filter"
      trigger={
        <Button size="sm" variant="quiet" className="filter-bar__filter" data-active={names.length > 0 || undefined}>
          {label}
          {names.length > 0 && <span className="filter-bar__chosen">{names.join(', ')}</span>}
          <Icon name="chevron-down" />
        </Button>
      }
    >
      <Choices label={label} values={values} chosen={chosen ?? []} onChange={onChange} />
    </Popover>
  );
}

interface ChoicesProps<Value> extends FacetFilterProps<Value> {
  readonly chosen: readonly Value[];
}

function Choices<Value extends string | number>({
  label,
  values,
  chosen,
  onChange,
}: ChoicesProps<Value>): ReactElement {
  const [looked, setLooked] = useState('');
  const toggle = (value: Value): void => {
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    onChange(next.length === 0 ? undefined : next);
  };
  const gone = chosen.filter((each) => !values.some(({ value }) => value === each));
  const all = [...gone.map((value) => ({ value, label: String(value), count: 0 })), ...values];
  const shown = all.filter((each) => each.label.toLowerCase().includes(looked.trim().toLowerCase()));
  return (
    <>
      {all.length >= MANY && (
        <TextInput
          aria-label={`Find a ${label.toLowerCase()}`}
          placeholder={`Find a ${label.toLowerCase()}`}
          value={looked}
          onChange={(event) => setLooked(event.target.value)}
        />
      )}
      <ul className="facet-filter__values">
        {shown.map(({ value, label: name, count }) => (
          <li key={value}>
            <Checkbox
              className="facet-filter__value"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
              label={
                <>
                  {name} <span className="facet-filter__count">{count.toLocaleString('en')}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="facet-filter__none">Nothing is called “{looked}”.</p>}
    </>
  );
}
