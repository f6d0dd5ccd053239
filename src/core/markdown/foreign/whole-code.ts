import type { Cell } from '../document-tree.ts';

/**
 * A row with more cells than its table has columns, where a bar inside code has cut a cell in two: cells are joined
 * again until every code span is whole.
 */
export function withWholeCode(row: readonly Cell[], width: number): readonly Cell[] {
  if (row.length <= width) return row;
  const cells: Cell[] = [];
  let surplus = row.length - width;
  for (const cell of row) {
    const last = cells.at(-1);
    if (last === undefined || surplus === 0 || !isCut(last.raw)) cells.push(cell);
    else {
      cells[cells.length - 1] = { start: last.start, end: cell.end, raw: last.raw + barBetween(last, cell) + cell.raw };
      surplus -= 1;
    }
  }
  return cells;
}

function isCut(raw: string): boolean {
  return raw.split('`').length % 2 === 0;
}

/** The bar with the blanks around it that the place between two cells has room for. */
function barBetween(left: Cell, right: Cell): string {
  const room = right.start - left.end;
  if (room > 2) return ' | ';
  if (room < 2) return '|';
  return left.raw.endsWith('|') ? '| ' : ' |';
}
