import { type Finding, Refusal } from '#core/errors';
import { type Dialect, looksLikePostmortem, parsePostmortem, type ParsedDocument } from '#core/markdown';

import { nameOf } from '../files/read-bytes.ts';
import { type DocumentText, readDocument } from '../files/read-document.ts';
import { type FoundFile, type Walk, walkPaths } from '../files/walk-paths.ts';
import type { Progress } from '../terminal/progress.ts';

/** Below a directory, documents are told by their names; a file that is named is read whatever it is called. */
const DOCUMENT_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/iu;

/** A document of the command line, read; or why it was not. */
export type FoundDocument =
  | { readonly file: string; readonly found: FoundFile; readonly text: DocumentText; readonly parsed: ParsedDocument }
  | { readonly file: string; readonly found: FoundFile; readonly failure: Finding };

/** How documents are looked for. */
export interface FindOptions {
  readonly progress: Progress;
  readonly dialects?: readonly Dialect[];
  /** Also files below directories that do not read like post-mortems. */
  readonly all?: boolean;
  /** True for a path that is to be left out. */
  readonly ignored?: (path: string) => boolean;
}

/** Paths that may be documents. What is said of repositories below them is about evidence and left out. */
export function walkDocuments(paths: readonly string[]): Walk {
  const { files, findings, unreadable } = walkPaths(paths);
  return {
    files: files.filter((file) => file.named || DOCUMENT_NAME.test(file.path)),
    findings: findings.filter(({ code }) => code !== 'repository-skipped' && code !== 'special-file'),
    unreadable,
  };
}

/**
 * Reads documents one after another, so that many of them need no more memory than one. What lies below a directory and does not read
 * like a post-mortem goes to `leftOut`.
 */
export async function* readDocuments(
  files: readonly FoundFile[],
  options: FindOptions,
  leftOut: (path: string) => void,
): AsyncGenerator<FoundDocument> {
  for (const [index, found] of files.entries()) {
    if (options.ignored?.(found.path) === true) continue;
    options.progress.step(`reading ${found.path}`, index, files.length);
    const document = await readOne(found, options);
    if (isWanted(document, options)) yield document;
    else leftOut(found.path);
  }
}

function isWanted(document: FoundDocument, { all }: FindOptions): boolean {
  return all === true || document.found.named || 'failure' in document || looksLikePostmortem(document.parsed);
}

async function readOne(found: FoundFile, { dialects }: FindOptions): Promise<FoundDocument> {
  const file = nameOf(found.path);
  try {
    const text = await readDocument(found.path);
    const parsed = parsePostmortem(text.text, { file, ...(dialects && { dialects }) });
    return { file, found, text, parsed };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file, found, failure: error.toFinding({ file }) };
  }
}

/** What is said of files that were left out: how many, the first of them, and how to read them all the same. */
export function leftOutFinding(paths: readonly string[]): Finding[] {
  const [first, second] = paths;
  if (first === undefined) return [];
  const names = second === undefined ? `"${first}"` : `"${first}", "${second}"${paths.length > 2 ? ' …' : ''}`;
  const [are, they] = paths.length === 1 ? ['1 file does', 'it was'] : [`${paths.length} files do`, 'they were'];
  return [
    {
      code: 'not-a-postmortem',
      severity: 'info',
      message: `${are} not read like a post-mortem, so ${they} left out: ${names}.`,
      help: 'Name a file to have it read whatever it is, or add --all.',
    },
  ];
}
