import { readDocumentTree, type DocumentTree } from '../document-tree.ts';

const HTML_HEADING = /^ {0,3}<h([1-6])\b[^<>]*>(.*?)<\/h\1>[ \t]*$/gimu;

/**
 * The tree of a document whose headings are HTML, `<h3>Timeline</h3>`: to Markdown they and the lines below them are one
 * block of which it knows nothing. They are read as headings of Markdown of the same length, so that offsets hold.
 */
export function withHtmlHeadings(tree: DocumentTree): DocumentTree {
  if (!/<h[1-6]\b/iu.test(tree.source)) return tree;
  const masked = tree.source.replaceAll(HTML_HEADING, (line, depth: string, text: string) =>
    `${'#'.repeat(Number(depth))} ${text.replaceAll(/<[^<>]*>/gu, '').trim()}`.padEnd(line.length),
  );
  return masked === tree.source ? tree : { ...readDocumentTree(masked), source: tree.source };
}
