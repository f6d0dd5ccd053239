import type { ReactElement } from 'react';

import { readRow, type SharedRow } from '#core/shared-doc';

import { type Place, useDocument } from '../document/document-context.ts';
import { homeOf } from '../outline/arrange-sections.ts';
import { TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { TextField } from './text-field.tsx';
import { idOf, useRows } from './use-rows.ts';

const LIST = 'unmapped';

/** Text of the document that stands beside the fields of a section, as it is written. */
export function AsideEditors({ place }: { readonly place: Place }): ReactElement {
  const { record } = useDocument();
  const edited = useRows(LIST);
  const texts = (['introductions', 'remarks'] as const).flatMap((map) =>
    Object.keys(record[map] ?? {}).flatMap((key) => (homeOf(key) === place ? [`${map}.${key}`] : [])),
  );
  const rows = edited.rows.filter((row) => homeOf(afterOf(row)) === place);
  return (
    <>
      {texts.map((path) => (
        <div key={path} className="part part--aside">
          <TextField path={path} label="Text beside the fields" prompt="Text beside the fields" />
        </div>
      ))}
      {rows.map((row) => (
        <div key={idOf(row)} className="part part--aside">
          <RowFrame row={row} edited={edited} noun="text">
            <TextCell list={LIST} row={row} cell="markdown" label="Section of the document as written" />
          </RowFrame>
        </div>
      ))}
    </>
  );
}

function afterOf(row: SharedRow): string | undefined {
  const { after } = readRow(row).cells;
  return typeof after === 'string' ? after : undefined;
}
