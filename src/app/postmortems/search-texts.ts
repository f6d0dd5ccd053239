import type { Postmortem } from '#core/record';
import type { SearchTexts } from '#store/search';

/** Parts of a record that carry no words of its own. */
const SILENT: ReadonlySet<string> = new Set([
  'dialect',
  'title',
  'summary',
  'rootCause',
  'timeline',
  'actions',
  'people',
  'guidance',
  'headings',
  'frontMatter',
  'statement',
]);

/** Keys below which nothing is worth finding. */
const SILENT_KEYS: ReadonlySet<string> = new Set([
  'instant',
  'precision',
  'zone',
  'kind',
  'sha256',
  'after',
  'section',
]);

/** The texts of a record by how much a hit in them counts. */
export function searchTexts(record: Postmortem, labels: readonly string[]): SearchTexts {
  const { actions, incident, rootCause, summary, timeline, title } = record;
  return {
    title: [title ?? 'Untitled', incident?.id ?? ''].join(' '),
    gist: [...textsIn(summary), ...textsIn(rootCause), ...(record.whys ?? []).flatMap((why) => why.answer ?? [])],
    sections: Object.entries(record).flatMap(([key, value]) => (SILENT.has(key) ? [] : textsIn(value))),
    details: [
      ...timeline.flatMap(({ text, who, notes }) => [text, who ?? [], notes ?? []].flat()),
      ...actions.flatMap((action) => textsIn(action)),
      ...labels,
    ],
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsIn(item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (SILENT_KEYS.has(key) ? [] : textsIn(part)));
}
