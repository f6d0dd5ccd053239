import type { ReactElement } from 'react';

import type { SharedRow } from '#core/shared-doc';

import { Button } from '../components/index.ts';
import type { Part, PartColumn } from '../outline/part.ts';
import { ChoiceCell, LabelledCell, LineCell, TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { idOf, useRows } from './use-rows.ts';

type TablePart = Extract<Part, { readonly kind: 'table' }>;

/** A list of objects, one card of fields each. */
export function TableEditor({ part }: { readonly part: TablePart }): ReactElement {
  const edited = useRows(part.path);
  return (
    <div className="rows" data-path={part.path}>
      {edited.rows.map((row) => (
        <RowFrame key={idOf(row)} row={row} edited={edited} noun="row" className="row--fields">
          {part.columns.map((column) => (
            <LabelledCell key={column.key} label={column.label}>
              <ColumnCell column={column} list={part.path} row={row} />
            </LabelledCell>
          ))}
        </RowFrame>
      ))}
      <Button size="sm" icon="plus" className="rows__add" title={part.prompt} onClick={() => edited.add()}>
        Add a row
      </Button>
    </div>
  );
}

interface ColumnCellProps {
  readonly column: PartColumn;
  readonly list: string;
  readonly row: SharedRow;
}

function ColumnCell({ column, list, row }: ColumnCellProps): ReactElement {
  const place = { list, row, cell: column.key, label: column.label };
  if (column.choices !== undefined) return <ChoiceCell {...place} choices={column.choices} />;
  return column.prose === true ? <TextCell {...place} /> : <LineCell {...place} />;
}
