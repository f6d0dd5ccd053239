import type { ReactElement } from 'react';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { useDocument } from './document-context.ts';
import { durationRows, isUnknown } from './duration-rows.ts';
import { TableBox } from './table-box.tsx';

/** Durations: computed from the moments, beside what the document states. Each says how it is defined. */
export function Durations(): ReactElement | null {
  const rows = durationRows(useDocument());
  if (rows.length === 0) return null;
  const stated = rows.some(({ written }) => written !== undefined);
  return (
    <>
      <h3 className="part__heading">Durations</h3>
      <TableBox label="Durations">
        <table className="table table--document durations">
          <caption className="visually-hidden">Durations</caption>
          <thead>
            <tr>
              <th scope="col">Duration</th>
              <th scope="col">From the timeline</th>
              {stated && <th scope="col">As stated</th>}
              <th scope="col">Definition</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td className={isUnknown(row.value) ? 'durations__unknown' : 'durations__value'}>{row.value ?? '–'}</td>
                {stated && (
                  <td className="durations__value">
                    {row.written ?? ''}
                    {row.note !== undefined && (
                      <span className="durations__note">
                        <InlineMarkdown text={row.note} />
                      </span>
                    )}
                  </td>
                )}
                <td className="durations__definition">{row.definition ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
