import { lazy, type ReactElement, Suspense } from 'react';

import { Badge } from './badge.tsx';
import type { ComboboxProps } from './combobox.tsx';

const Loaded = lazy(async () => {
  const { Combobox: component } = await import('./combobox.tsx');
  return { default: component };
});

/** Several values out of many, by typing: services, teams, tags. What it takes to look for them comes when it is shown. */
export function Combobox(props: ComboboxProps): ReactElement {
  const waiting = (
    <div className="combobox combobox--waiting">
      {props.value.map((each) => (
        <Badge key={each}>{each}</Badge>
      ))}
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <Loaded {...props} />
    </Suspense>
  );
}
