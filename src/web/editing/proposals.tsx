import type { ReactElement } from 'react';

/** What a field proposes; anything else can be written, too. */
export function Proposals({ id, values }: { readonly id: string; readonly values: readonly string[] }): ReactElement {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
