import type { Postmortem } from '#core/record';

import type { TextField } from './review-finding.ts';

/** Parts that quote others, or belong to the template. */
const QUOTED: ReadonlySet<string> = new Set([
  'dialect',
  'frontMatter',
  'statement',
  'guidance',
  'headings',
  'people',
  'evidence',
  'durations',
  'suspects',
  'unmapped',
  'timelineDiagram',
  'signOffs',
  'publication',
  'exitCriteria',
]);
const NOT_TEXT: ReadonlySet<string> = new Set(['instant', 'until', 'written', 'precision', 'zone', 'kind', 'source']);

/** Every text that the authors wrote themselves, by path. */
export function textFields(record: Postmortem): TextField[] {
  return Object.entries(record).flatMap(([key, value]) => (QUOTED.has(key) ? [] : fieldsIn(value, key)));
}

function fieldsIn(value: unknown, path: string): TextField[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_TEXT.has(key) ? [] : fieldsIn(part, `${path}.${key}`)));
}
