import { expect, it } from 'vitest';

import { readDocumentTree } from './document-tree.ts';

function shape(source: string): string[] {
  return readDocumentTree(source).chunks.map((chunk) =>
    chunk.kind === 'table'
      ? `table:${(chunk.rows ?? []).map((row) => row.map((cell) => cell.raw).join(',')).join(';')}`
      : chunk.kind,
  );
}

it.each([
  ['a table', '| a | b |\n|---|:-:|\n| 1 | 2 |\n', ['table:a,b;1,2']],
  ['a table without outer pipes', 'a | b\n--- | ---\n1 | 2\n', ['table:a,b;1,2']],
  ['text above a table', 'words\n| a |\n|---|\n| 1 |\n', ['paragraph', 'table:a;1']],
  ['a rule right below a table', '| a |\n|---|\n| 1 |\n---\n', ['table:a;1', 'rule']],
  ['an underlined heading with a pipe', 'a | b\n---\n', ['heading']],
  ['a delimiter row with another number of cells', '| a | b |\n|---|\n', ['paragraph']],
  ['escaped pipes', '| a \\| b |\n|---|\n| c \\\\| d |\n', ['table:a \\| b;c \\\\,d']],
  ['a row of fewer cells', '| a | b |\n|---|---|\n| 1 |\n', ['table:a,b;1']],
  ['an empty table', '| a |\n|---|\n', ['table:a']],
  ['Windows line ends', '| a |\r\n|---|\r\n| 1 |\r\n', ['table:a;1']],
  ['text behind a table', '| a |\n|---|\n| 1 |\n\nwords\n', ['table:a;1', 'paragraph']],
  ['pipes in code', '```\n| a |\n|---|\n```\n', ['code']],
])('reads %s', (_name, source, expected) => {
  expect(shape(source)).toEqual(expected);
});
