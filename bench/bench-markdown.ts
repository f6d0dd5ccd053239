import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

import { parsePostmortem, renderPostmortem } from '#core/markdown';

import { type DocumentSet, documentSets } from './data/document-sets.ts';
import { medianTimes } from './median-times.ts';
import { figure, printTable } from './print-table.ts';

/** Parsing and rendering of documents against the bare Markdown parser on the same text. */
export function benchMarkdown(): void {
  const sets = documentSets();
  const heads = ['documents', 'count', 'kB each'];
  printTable(
    'Documents: parsePostmortem against bare mdast-util-from-markdown',
    [
      [...heads, 'parse/s', 'MB/s', 'bare/s', 'with tables/s', 'scan MB/s', 'parse/bare', 'parse/scan'],
      ...sets.map(parsing),
    ],
    'Aim: parse/bare at most 1.5. The scan reads each character once: the physical floor.',
  );
  printTable(
    'Documents: renderPostmortem of what was parsed (foreign documents into "standard")',
    [[...heads, 'render/s', 'MB/s', 'bare/s', 'render/bare'], ...sets.map(rendering)],
    'The peer is the bare parser on the rendered text, because every rendering is read back to hold its law.',
  );
}

function parsing({ name, texts }: DocumentSet): string[] {
  const tasks = [
    { name: 'parse', run: () => each(texts, (text) => parsePostmortem(text)) },
    { name: 'bare', run: () => each(texts, (text) => fromMarkdown(text)) },
    { name: 'bare with tables', run: () => each(texts, withTables) },
    { name: 'scan', run: () => each(texts, scan) },
  ];
  const [parse, bare, tables, scanMs] = medianTimes(tasks, rounds(texts)) as [number, number, number, number];
  const bytes = sizeOf(texts);
  return [
    ...describe({ name, texts }),
    figure((texts.length / parse) * 1000),
    figure(bytes / parse / 1000),
    figure((texts.length / bare) * 1000),
    figure((texts.length / tables) * 1000),
    figure(bytes / scanMs / 1000),
    figure(parse / bare),
    figure(parse / scanMs),
  ];
}

function rendering({ name, texts }: DocumentSet): string[] {
  const parsed = texts.map((text) => parsePostmortem(text));
  const render = ({ record, template }: (typeof parsed)[number]): string =>
    renderPostmortem(record, template ?? 'standard').markdown;
  const rendered = parsed.map(render);
  const tasks = [
    { name: 'render', run: () => each(parsed, render) },
    { name: 'bare', run: () => each(rendered, (text) => fromMarkdown(text)) },
  ];
  const [renderMs, bare] = medianTimes(tasks, rounds(texts)) as [number, number];
  return [
    ...describe({ name, texts: rendered }),
    figure((texts.length / renderMs) * 1000),
    figure(sizeOf(rendered) / renderMs / 1000),
    figure((texts.length / bare) * 1000),
    figure(renderMs / bare),
  ];
}

/** About the same number of documents for each set. */
function rounds(texts: readonly string[]): { warmUps: number; rounds: number } {
  const count = Math.max(7, Math.ceil(500 / texts.length));
  return { warmUps: Math.ceil(count / 3), rounds: count };
}

function each<T>(values: readonly T[], work: (value: T) => unknown): unknown {
  let last: unknown;
  for (const value of values) last = work(value);
  return last;
}

function withTables(text: string): unknown {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function scan(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === 10) lines += 1;
  return lines;
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function describe({ name, texts }: DocumentSet): string[] {
  return [name, String(texts.length), figure(sizeOf(texts) / texts.length / 1000)];
}
