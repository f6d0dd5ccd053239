import fc from 'fast-check';

import {
  ACTION_HORIZONS,
  MOMENT_KINDS,
  postmortemSchema,
  resolveRecord,
  toLine,
  toProse,
  type Postmortem,
} from '#core/record';

import { RECORD_FIELDS, RECORD_LISTS, type RecordList } from './record-fields.data.ts';
import { setAt } from './record-path.ts';

/** Arbitrary records: all fields, Unicode, pipes, Markdown inside fields, empty and huge. */

const pieces = fc.constantFrom(
  '|',
  '\\',
  '<br>',
  '<!--',
  '-->',
  '&#92;',
  '&amp;',
  '[Name]',
  '{{OWNER}}',
  'HH:MM',
  '\\<x\\>',
  '**',
  '*',
  '`',
  '```',
  '~~~',
  '# ',
  '## Timeline',
  '- ',
  '1. ',
  '[ ] ',
  '[x] ',
  '> ',
  '---',
  '===',
  ': ',
  'Details:',
  '**Trigger:** ',
  '**Key timestamps:**',
  '| a | b |',
  '|---|---|',
  'word',
  ' ',
  '\n',
  '\n\n',
  '\t',
  'é',
  '日本',
  '👩‍🚒',
  '←',
  '; ',
  '_(new)_',
  '(detection lag: 3 min)',
  '---\n',
  '<div>',
  '</div>',
  '[a]: http://x',
  'All times in CET.',
);
const wild = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''));
const tame = fc.lorem({ maxCount: 12 });
const text = fc.oneof(
  { weight: 3, arbitrary: tame },
  { weight: 2, arbitrary: wild },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);

const lineText = text.map((raw) => toLine(raw) ?? 'line');
const proseText = fc
  .oneof(
    { weight: 60, arbitrary: text },
    { weight: 10, arbitrary: fc.array(text, { maxLength: 4 }).map((parts) => parts.join('\n\n')) },
    { weight: 1, arbitrary: fc.constant('A long paragraph with | pipes and `code`.\n'.repeat(300)) },
  )
  .map((raw) => toProse(raw) ?? 'text');

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const written = fc.oneof(
  { weight: 6, arbitrary: clock },
  { weight: 1, arbitrary: fc.constantFrom('14:??', '~14:10', 'around noon', '2026-02-23 08:15', '08:15–08:20') },
  { weight: 1, arbitrary: lineText },
);
const time = written.map((clockText) => ({
  written: clockText,
  instant: null,
  precision: 'unknown',
  approximate: false,
  zone: null,
  zoneStated: false,
}));

const PROSE_KEYS = /^(?:text|notes|question|answer|details|criterion|action|markdown)$/u;

function keyArbitrary(list: RecordList, key: string): fc.Arbitrary<unknown> {
  if (key === 'at' || key === 'from' || key === 'to') return time;
  if (key === 'kind' && list.path === 'moments') return fc.constantFrom(...MOMENT_KINDS);
  if (key === 'kind' && list.path.startsWith('detection.'))
    return fc.constantFrom('monitoring', 'customer', 'internal', 'scheduled', 'other');
  if (key === 'kind') return fc.constantFrom('comment', 'example');
  if (key === 'moments') return fc.uniqueArray(fc.constantFrom(...MOMENT_KINDS), { minLength: 1, maxLength: 3 });
  if (key === 'done') return fc.boolean();
  if (key === 'horizon') return fc.constantFrom(...ACTION_HORIZONS);
  if (key === 'after') return fc.constantFrom('timeline', 'went-well', 'title', 'actions');
  if (list.path.startsWith('detection.') && key === 'text') return lineText;
  return PROSE_KEYS.test(key) && list.path !== 'signOffs' ? proseText : lineText;
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'document.history': [],
  'impact.periods': ['from', 'to'],
  timeline: ['at', 'text'],
  moments: ['kind', 'at'],
  whys: [],
  questions: ['question'],
  'detection.methods': ['kind'],
  'detection.ruledOut': ['kind'],
  factorsRuledOut: ['category'],
  exitCriteria: ['text', 'done'],
  targets: ['metric'],
  'followUp.checks': ['action'],
  signOffs: ['role'],
  evidence: ['id', 'file'],
  publication: ['text', 'done'],
  headings: ['section', 'text'],
  guidance: ['kind', 'markdown'],
  unmapped: ['markdown'],
};

function itemArbitrary(list: RecordList): fc.Arbitrary<unknown> {
  if (list.plain === true) return proseText;
  const keys = Object.fromEntries(
    list.keys.filter((key) => key !== 'parent').map((key) => [key, keyArbitrary(list, key)]),
  );
  const requiredKeys = (REQUIRED[list.path] ?? ['text']) as never[];
  return fc.record(keys, { requiredKeys }).filter((item) => Object.keys(item).length > 0);
}

function listArbitrary(list: RecordList): fc.Arbitrary<unknown[] | undefined> {
  const items = fc.array(itemArbitrary(list), { minLength: 1, maxLength: 4 });
  if (list.path !== 'whys') return fc.option(items, { nil: undefined, freq: 2 });
  return fc.option(
    fc.tuple(items, fc.array(fc.nat(), { minLength: 4, maxLength: 4 })).map(([whys, origins]) =>
      whys.map((why, index) => ({
        ...(why as object),
        parent: index === 0 || (origins[index] ?? 0) % 5 === 0 ? null : (origins[index] ?? 0) % index,
      })),
    ),
    { nil: undefined, freq: 2 },
  );
}

/** Any valid record, with its times resolved. */
export const anyPostmortem: fc.Arbitrary<Postmortem> = fc
  .tuple(
    fc.tuple(
      ...RECORD_FIELDS.map((field) =>
        fc.option(
          field.type === 'line'
            ? field.path === 'incident.date'
              ? fc.oneof(fc.constant('2026-02-23'), lineText)
              : lineText
            : proseText,
          { nil: undefined, freq: 2 },
        ),
      ),
    ),
    fc.tuple(...RECORD_LISTS.map(listArbitrary)),
    fc.dictionary(
      fc.constantFrom('timeline', 'impact', 'went-well', 'actions', 'title', 'root-cause', 'no-such'),
      proseText,
      { maxKeys: 3 },
    ),
    fc.dictionary(fc.constantFrom('timeline', 'sign-off', 'factors', 'summary'), proseText, { maxKeys: 2 }),
    fc.dictionary(
      fc.constantFrom('ttd', 'mttd', 'detection-lag', 'duration', 'custom-one'),
      fc.record({ written: lineText, note: lineText }, { requiredKeys: ['written'] }),
      { maxKeys: 4 },
    ),
  )
  .map(([fields, lists, introductions, remarks, durations]) => {
    const record: Record<string, unknown> = { timeline: [], actions: [] };
    RECORD_FIELDS.forEach((field, index) => {
      const value = fields[index];
      if (value === undefined) return;
      setAt(
        record,
        field.path,
        field.path === 'incident.date'
          ? { written: value, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }
          : value,
      );
    });
    RECORD_LISTS.forEach((list, index) => {
      if (lists[index] !== undefined) setAt(record, list.path, lists[index]);
    });
    for (const [key, map] of Object.entries({ introductions, remarks, durations }))
      if (Object.keys(map).length > 0) record[key] = map;
    return resolveRecord(postmortemSchema.parse(record));
  });
