import type { ReactElement } from 'react';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import type { Part } from '../outline/part.ts';
import { rowsAt, shownText } from '../outline/record-value.ts';
import { useDocument } from './document-context.ts';
import { TableBox } from './table-box.tsx';

type TablePart = Extract<Part, { readonly kind: 'table' }>;

/** A list of objects as a table; columns in which nobody wrote anything are left out. */
export function PartTable({ part }: { readonly part: TablePart }): ReactElement {
  const { record } = useDocument();
  const items = rowsAt(record, part.path);
  const columns = part.columns.filter(({ key }) => items.some((item) => shownText(item[key]) !== undefined));
  return (
    <TableBox label={part.label ?? 'Table'}>
      <table className="table table--document">
        {part.label !== undefined && <caption className="visually-hidden">{part.label}</caption>}
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key}>
                  <InlineMarkdown text={labelOf(column, shownText(item[column.key]) ?? '')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function labelOf(column: TablePart['columns'][number], value: string): string {
  return column.choices?.find((choice) => choice.value === value)?.label ?? value;
}
