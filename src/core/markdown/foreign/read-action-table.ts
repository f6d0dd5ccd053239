import { toLine, toProse } from '#core/record';

import type { Cell, Chunk } from '../document-tree.ts';
import { decodeCell } from '../text-codec.ts';
import type { ActionState } from './action-state.ts';
import { readActionText } from './action-text.ts';
import { ACTION_COLUMNS, DONE_WORDS, OPEN_WORDS } from './action-words.data.ts';
import { headingWords } from './classify-heading.ts';
import { withWholeCode } from './whole-code.ts';

/** Reads a table of actions; false where no column holds any. */
export function readActionTable(chunk: Chunk, state: ActionState): boolean {
  const [header = [], ...body] = chunk.rows ?? [];
  const keys = columnKeys(header);
  const text = keys.includes('text') ? keys.indexOf('text') : keys.includes('ticket') ? keys.indexOf('ticket') : -1;
  if (text === -1) return false;
  state.keeper.heading(
    header
      .map((cell) => cell.raw)
      .filter((title) => title !== '')
      .join(' | '),
  );
  for (const row of body) addRow(withWholeCode(row, header.length), { keys, text, header }, state);
  return true;
}

/** Sets a field to a cell; emphasis around all of it says nothing. */
function setCell(path: string, { cell, value }: { cell: Cell; value: string }, { keeper }: ActionState): void {
  const bold = /^(\*\*|__)([^*_]+)\1$/u.exec(cell.raw)?.[2];
  const text = toLine(bold ?? value) ?? toLine(cell.raw);
  keeper.set(path, text, bold === undefined ? { span: cell, encoding: 'cell' } : undefined);
}

/** What each column of a table of actions holds. */
export function columnKeys(header: readonly Cell[]): (string | undefined)[] {
  const used = new Set<string>();
  return header.map((cell) => {
    const words = cell.raw === '#' ? 'no' : headingWords(cell.raw);
    const key = Object.entries(ACTION_COLUMNS).find(([name, pattern]) => !used.has(name) && pattern.test(words))?.[0];
    if (key !== undefined) used.add(key);
    return key;
  });
}

interface Columns {
  readonly keys: readonly (string | undefined)[];
  readonly text: number;
  readonly header: readonly Cell[];
}

function addRow(row: readonly Cell[], { keys, text, header }: Columns, state: ActionState): void {
  const value = (index: number): string => decodeCell(row[index]?.raw ?? '').text ?? '';
  if (row.every((cell) => decodeCell(cell.raw).text === undefined)) {
    state.keeper.aside(row.map((cell) => cell.raw).join(' | '));
    return;
  }
  const cell = row[text];
  const parts = readActionText(value(text), keys.includes('owner') ? undefined : state.names);
  const path = `actions.${String(state.keeper.count('actions'))}`;
  state.keeper.set(
    `${path}.text`,
    toProse(parts.text) ?? '–',
    cell === undefined || parts.text !== cell.raw ? undefined : { span: cell, encoding: 'cell' },
  );
  const rest: string[] = [];
  row.forEach((other, index) => {
    const key = keys[index];
    if (index === text || other.raw === '') return;
    if (key === undefined) rest.push(`${header[index]?.raw ?? ''}: ${value(index) || other.raw}`.replace(/^: /u, ''));
    else if (!/^[\s–—-]*$/u.test(other.raw))
      setCell(`${path}.${isStatus(key, other, keys) ? 'status' : key}`, { cell: other, value: value(index) }, state);
  });
  for (const key of ['owner', 'due', 'status', 'priority', 'ticket', 'category'] as const) {
    const own = parts[key] === undefined ? undefined : toLine(parts[key]);
    if (own !== undefined && !keys.includes(key)) state.keeper.set(`${path}.${key}`, own);
    else if (own !== undefined && key !== 'ticket') rest.push(own);
  }
  if (state.group !== undefined) state.keeper.builder.set(`${path}.group`, state.group);
  state.keeper.set(`${path}.details`, toProse(rest.join('\n')));
  state.keeper.mark(parts.marks);
  if (/\p{L}/u.test(parts.words)) state.keeper.heading(parts.words.replaceAll(/[^\p{L}\s]+/gu, ' ').trim());
  state.last = path;
}

/** A column for tickets may say instead that there is none to do: `DONE`, `TODO`. */
function isStatus(key: string, { raw }: Cell, keys: readonly (string | undefined)[]): boolean {
  return (
    key === 'ticket' && !keys.includes('status') && raw.length < 20 && (DONE_WORDS.test(raw) || OPEN_WORDS.test(raw))
  );
}
