import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { postmortemSchema } from '#core/record';

import { anyPostmortem } from '../markdown/record-arbitrary.fixture.ts';
import { applyToSharedDoc } from './apply-to-shared-doc.ts';
import type { SharedContent } from './content.ts';
import { readSharedDoc } from './read-shared-doc.ts';
import { anyContent, copyOf, countingIds, docOf, sync } from './shared-doc.fixture.ts';
import { LISTS, TEXT_PATHS } from './shared-fields.data.ts';
import { withoutStanding, withStanding } from './standing.ts';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) };
const contentOf = (doc: Y.Doc): SharedContent => {
  const { record, rows } = readSharedDoc(doc);
  return { record, rows };
};
const apply = (doc: Y.Doc, next: SharedContent): void =>
  applyToSharedDoc(doc, next, { newId: countingIds(`d${doc.clientID}-`), origin: 'test' });

describe('the shared document', () => {
  it('reads back what was filled in', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const reading = readSharedDoc(docOf(content));
        expect(reading).toEqual({ ...content, findings: [] });
      }),
      runs,
    );
  });

  it('gives every row an id of its own where the content names none', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const reading = readSharedDoc(docOf({ record, rows: {} }));
        expect(reading.record).toEqual(withoutStanding(record));
        for (const metas of Object.values(reading.rows))
          expect(new Set(metas.map(({ id }) => id)).size).toBe(metas.length);
      }),
      runs,
    );
  });

  it('says exactly what was applied', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (first, second) => {
        const doc = docOf(first);
        apply(doc, second);
        expect(contentOf(doc)).toEqual(second);
      }),
      runs,
    );
  });

  it('says the record that was applied without any ids', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (first, second) => {
        const doc = docOf(first);
        apply(doc, { record: second.record, rows: {} });
        expect(contentOf(doc).record).toEqual(second.record);
      }),
      runs,
    );
  });

  it('writes nothing where it says so already', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const doc = docOf(content);
        let updates = 0;
        doc.on('update', () => (updates += 1));
        apply(doc, content);
        apply(doc, { record: content.record, rows: {} });
        expect(updates).toBe(0);
      }),
      runs,
    );
  });

  it('converges to a valid record, whatever two people did at once', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, mine, theirs) => {
        const left = docOf(base);
        const right = copyOf(left);
        apply(left, mine);
        apply(right, theirs);
        sync(left, right);
        expect(readSharedDoc(left)).toEqual(readSharedDoc(right));
        expect(() => postmortemSchema.parse(readSharedDoc(left).record)).not.toThrow();
        // What it reads is a content like any other.
        const settled = contentOf(left);
        apply(left, settled);
        expect(contentOf(left)).toEqual(settled);
      }),
      runs,
    );
  });

  it('gives standing back from the stored record and takes none from elsewhere', () => {
    fc.assert(
      fc.property(anyPostmortem, anyPostmortem, (written, stored) => {
        const whole = withStanding(written, stored);
        for (const key of ['status', 'signOffs', 'publication', 'exitCriteria', 'acknowledgedBy'] as const)
          expect(whole[key]).toEqual(stored[key]);
        expect(whole.document?.status).toEqual(stored.document?.status);
        expect(withoutStanding(whole)).toEqual(withoutStanding(written));
      }),
      runs,
    );
  });
});

/** Anything that a client can put into a shared map or array. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .anything({ withBigInt: false, withDate: false, withMap: false, withSet: false, withNullPrototype: false })
    .filter(isPlain),
  fc.constantFrom(
    'line',
    ' \n two\r\nlines ',
    '\u0000',
    '\uD800',
    '__proto__',
    '~14:10',
    'i000',
    'timeline0',
    'whys0',
    '$id',
  ),
);

function isPlain(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain);
}

const roots = [
  ...Object.keys(LISTS),
  ...TEXT_PATHS,
  'values',
  'introductions.timeline',
  'remarks.__proto__',
  'nowhere',
  'status',
];
const rowKeys = [
  ...new Set(Object.values(LISTS).flatMap((cells) => Object.keys(cells))),
  '$id',
  '$order',
  '$fold',
  '$original',
  '$sources',
  '$attachments',
  '__proto__',
  'other',
];
const deed = fc.record({
  root: fc.constantFrom(...roots),
  how: fc.constantFrom('map', 'array', 'text', 'embed', 'row', 'nested', 'cell'),
  key: fc.oneof(fc.constantFrom(...rowKeys), fc.constantFrom('title', 'severity', 'durations.ttd', 'incident.date')),
  value: anything,
});

function vandalise(
  doc: Y.Doc,
  { root, how, key, value }: { root: string; how: string; key: string; value: unknown },
): void {
  // A hostile client is not bound to our names for types: it writes into whatever kind of root it likes.
  const stranger = new Y.Doc();
  Y.applyUpdate(stranger, Y.encodeStateAsUpdate(doc));
  if (how === 'map') stranger.getMap(root).set(key, value);
  else if (how === 'array') stranger.getArray(root).push([value ?? null]);
  else if (how === 'text') stranger.getText(root).insert(0, ' \n x\u0000\r\n');
  else if (how === 'embed') stranger.getText(root).insertEmbed(0, { image: value });
  else if (how === 'row')
    stranger.getArray(root).insert(0, [new Y.Map(Object.entries({ [key]: value, $id: 'timeline0' }))]);
  else if (how === 'nested')
    stranger.getArray(root).push([new Y.Array(), new Y.Text('x'), new Y.Map([[key, new Y.Map()]])]);
  else {
    const row: unknown = stranger.getArray(root).get(0);
    if (row instanceof Y.Map) row.set(key, value);
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stranger));
}

describe('a document that a hostile client wrote into', () => {
  it('is read without an error, and what is read is valid', () => {
    fc.assert(
      fc.property(anyContent, fc.array(deed, { maxLength: 12 }), (content, deeds) => {
        const doc = docOf(content);
        for (const one of deeds) vandalise(doc, one);
        const reading = readSharedDoc(doc);
        expect(() => postmortemSchema.parse(reading.record)).not.toThrow();
        expect(readSharedDoc(copyOf(doc))).toEqual(reading);
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });

  it('can be written to as any other', () => {
    fc.assert(
      fc.property(anyContent, fc.array(deed, { maxLength: 12 }), anyContent, (content, deeds, next) => {
        const doc = docOf(content);
        for (const one of deeds) vandalise(doc, one);
        apply(doc, next);
        expect(contentOf(doc).record).toMatchObject({ actions: next.record.actions });
        const foreign = TEXT_PATHS.filter((path) => doc.getText(path).length !== doc.getText(path).toJSON().length);
        expect(foreign).toEqual([]);
      }),
      runs,
    );
  });

  it.each([
    ['rows with one id', (index: number) => ({ $id: 'same', text: 'x', fold: index })],
    [
      'rows folded under the next',
      (index: number) => ({ $id: `r${index}`, text: 'x', $fold: `r${(index + 1) % 20_000}` }),
    ],
    ['whys in one ring', (index: number) => ({ $id: `r${index}`, answer: 'x', parent: `r${(index + 1) % 20_000}` })],
    ['whys in one chain', (index: number) => ({ $id: `r${index}`, answer: 'x', parent: `r${index + 1}` })],
    ['empty rows', () => ({})],
  ])('is read in time: twenty thousand %s', (_what, row) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const list of ['timeline', 'whys'])
        doc.getArray(list).push(Array.from({ length: 20_000 }, (_, index) => new Y.Map(Object.entries(row(index)))));
    });
    const start = performance.now();
    const reading = readSharedDoc(doc);
    apply(doc, { record: { ...reading.record, timeline: reading.record.timeline.toReversed() }, rows: {} });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(reading.record.whys).toHaveLength(20_000);
  });
});
