import type { ReactElement } from 'react';

import { Button, Field, Icon, Popover, TextInput } from '../components.ts';

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface DateFilterProps extends Days {
  readonly onChange: (days: Days) => void;
}

function rangeText({ from, to }: Days): string | null {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} – ${to}`;
  if (from !== undefined) return `from ${from}`;
  return to === undefined ? null : `until ${to}`;
}

/** Days between which the incident was. */
export function DateFilter({ from, to, onChange }: DateFilterProps): ReactElement {
  const text = rangeText({ from, to });
  return (
    <Popover
      label="Day of the incident"
      trigger={
        <Button size="sm" variant="quiet" className="filter-bar__filter" data-active={text !== null || undefined}>
          Date
          {text !== null && <span className="filter-bar__chosen">{text}</span>}
          <Icon name="chevron-down" />
        </Button>
      }
    >
      <div className="date-filter">
        <Field label="From">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={from ?? ''}
              {...(to !== undefined && { max: to })}
              onChange={(event) => onChange({ from: event.target.value || undefined })}
            />
          )}
        </Field>
        <Field label="To">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={to ?? ''}
              {...(from !== undefined && { min: from })}
              onChange={(event) => onChange({ to: event.target.value || undefined })}
            />
          )}
        </Field>
      </div>
    </Popover>
  );
}
