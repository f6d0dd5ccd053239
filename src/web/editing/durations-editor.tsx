import type { ReactElement } from 'react';

import { useDocument } from '../document/document-context.ts';
import { durationRows } from '../document/duration-rows.ts';
import { useLiveValue } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';
import { DraftInput } from './line-field.tsx';

/** Durations: computed from the timeline, and what the document is to state. */
export function DurationsEditor(): ReactElement | null {
  const rows = durationRows(useDocument());
  if (rows.length === 0) return null;
  return (
    <div data-path="durations">
      <h3 className="part__heading">Durations</h3>
      <table className="table table--document">
        <caption className="visually-hidden">Durations</caption>
        <thead>
          <tr>
            <th scope="col">Duration</th>
            <th scope="col">From the timeline</th>
            <th scope="col">As stated</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ definition, id, label, value }) => (
            <tr key={id}>
              <th scope="row" title={definition}>
                {label}
              </th>
              <td className="durations__value">{value ?? '–'}</td>
              <StatedCells id={id} label={label} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Stated {
  readonly written?: string;
  readonly note?: string;
}

function StatedCells({ id, label }: { readonly id: string; readonly label: string }): ReactElement {
  const session = useSessionHere();
  const [value, write] = useLiveValue(session, `durations.${id}`);
  const stated = (value ?? {}) as Stated;
  const put = (key: keyof Stated) => (text: string | undefined) => {
    const { [key]: _old, ...rest } = stated;
    const next = text === undefined ? rest : { ...rest, [key]: text };
    write(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <>
      <td>
        <DraftInput aria-label={`${label}, as stated`} value={stated.written ?? ''} onWrite={put('written')} />
      </td>
      <td>
        <DraftInput aria-label={`${label}, note`} value={stated.note ?? ''} onWrite={put('note')} />
      </td>
    </>
  );
}
