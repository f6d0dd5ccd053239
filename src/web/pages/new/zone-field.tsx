import { type ReactElement, useMemo } from 'react';

import { Field, Select } from '../components.ts';

interface ZoneFieldProps {
  readonly zone: string | undefined;
  readonly fallback: string;
  readonly onChange: (zone: string | undefined) => void;
}

/** Zone of times that state none. */
export function ZoneField({ fallback, onChange, zone }: ZoneFieldProps): ReactElement {
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((each) => each !== 'UTC')], []);
  const options = [...new Set([fallback, ...(zone === undefined ? [] : [zone]), ...zones])];
  return (
    <Field label="Zone of times that state none">
      {(control) => (
        <Select
          {...control}
          value={zone ?? fallback}
          options={options.map((each) => ({ value: each, label: each }))}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
