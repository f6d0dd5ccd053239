import { fieldLabel } from '#core/markdown';
import type { FoundText } from '#store/search';

import type { PassageText } from './find-passages.ts';

/** Parts of a record in which nobody looks for words. */
const SILENT =
  /(?:^|\.)(?:instant|until|written|precision|zone|kind|sha256|after|section|dialect|people|guidance|headings|statement|parent|frontMatter)(?:\.|$)/u;

/** The texts of a post-mortem in the order in which a document has them, each with what people call its place. */
export function passageTexts(texts: readonly FoundText[], record: unknown): PassageText[] {
  const sections = texts.filter(({ path }) => !/^(?:timeline|actions)\./u.test(path));
  const rows = texts.filter(({ path }) => /^(?:timeline|actions)\./u.test(path));
  const found = [...sections, ...leavesOf(record, ''), ...rows];
  return found.flatMap(({ path, text }) =>
    SILENT.test(path) || path === 'title' ? [] : [{ path, text, where: placeName(path) }],
  );
}

function leavesOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`));
}

/** `Root cause` for `rootCause.systemic`, `Timeline` for `timeline.3`. */
function placeName(path: string): string {
  const parts = path.split('.');
  const index = parts.findIndex((part) => /^\d+$/u.test(part));
  return fieldLabel(index === -1 ? path : parts.slice(0, index).join('.'));
}
