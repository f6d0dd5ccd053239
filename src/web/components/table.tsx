import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';

interface Column<Row> {
  readonly id: string;
  readonly label: ReactNode;
  readonly renderCell: (row: Row) => ReactNode;
  /** Numbers and times stand right, in digits of one width. */
  readonly numeric?: boolean;
  /** What a narrow screen can do without. */
  readonly minor?: boolean;
}

interface TableProps<Row> {
  /** What the table is about; read, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table of data that scrolls inside its own box. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>): ReactElement {
  const cellClass = (column: Column<Row>): string =>
    classNames(column.numeric && 'table__number', column.minor && 'table__minor');
  return (
    <div className="table-box">
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  {column.renderCell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
