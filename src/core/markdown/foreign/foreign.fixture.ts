import type { Postmortem } from '#core/record';

import { readDocumentTree } from '../document-tree.ts';
import { recordBuilder, type RecordBuilder } from '../record-builder.ts';
import { readForeign } from './read-foreign.ts';

/** Reads a document as one that follows none of our templates. */
export function readDocument(markdown: string, file?: string): { record: Postmortem; builder: RecordBuilder } {
  const tree = readDocumentTree(markdown);
  const builder = recordBuilder('foreign');
  if (tree.frontMatter)
    builder.set(
      'frontMatter',
      markdown.slice(tree.frontMatter.start, tree.frontMatter.end).replaceAll(/\r\n?/gu, '\n'),
    );
  readForeign(tree, builder, file === undefined ? {} : { file });
  return { record: builder.finish(), builder };
}

/** Rows as `time | text`, with `–` for a row without a time. */
export function rowsOf(markdown: string): string[] {
  return readDocument(markdown).record.timeline.map((row) => `${row.at?.written ?? '–'} | ${row.text}`);
}

/** Instants of the rows; `–` where a row has none. */
export function instantsOf(markdown: string): string[] {
  return readDocument(markdown).record.timeline.map((row) => row.at?.instant ?? '–');
}
