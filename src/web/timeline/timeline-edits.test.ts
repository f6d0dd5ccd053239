import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { fillSharedDoc, readSharedDoc } from '#core/shared-doc';
import { type Postmortem, resolveRecord } from '#core/record';

import { documentZone, entriesOfDoc } from './shared-timeline.ts';
import {
  addEvents,
  type EditSession,
  foldUnder,
  mergeSelected,
  moveRowTo,
  removeRows,
  restoreOriginal,
  retimeRow,
  setMoment,
  shiftRow,
  splitRow,
  unfold,
} from './timeline-edits.ts';
import { parseLine, parseTime } from './parse-line.ts';

const LOCAL = Symbol('local');

/** A session on a timeline whose rows have the ids `r1`, `r2` … */
function sessionOf(times: readonly (readonly [written: string | null, text: string])[]): EditSession & {
  readonly undo: Y.UndoManager;
} {
  const record = resolveRecord({
    timeline: times.map(([written, text]) => ({ at: written === null ? null : unresolved(written), text })),
    timelineZone: 'UTC',
    incident: { date: unresolved('2026-03-17') },
    actions: [],
  });
  const doc = new Y.Doc();
  let next = 1;
  fillSharedDoc(doc, { record, rows: {} }, () => `r${next++}`);
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL]) });
  return { doc, undo, change: (apply) => doc.transact(apply, LOCAL), newId: () => `n${next++}` };
}

function unresolved(written: string): NonNullable<Postmortem['timeline'][number]['at']> {
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
}

/** The timeline as it is stored: read from the document and resolved anew from what is written. */
function stored({ doc }: EditSession): string[] {
  return resolveRecord(readSharedDoc(doc).record).timeline.map(
    ({ at, text }) => `${at?.instant?.slice(0, 16).replace('T', ' ') ?? '–'} ${text}`,
  );
}

function shown({ doc }: EditSession): string[] {
  return entriesOfDoc(doc).map(({ at, text }) => `${at?.instant?.slice(0, 16).replace('T', ' ') ?? '–'} ${text}`);
}

const idOf = ({ doc }: EditSession, text: string): string =>
  entriesOfDoc(doc).find((entry) => entry.text === text)?.id ?? '';

const DAY: [string, string][] = [
  ['12:05', 'first'],
  ['12:20', 'second'],
  ['12:40', 'third'],
];

describe('adding', () => {
  test('puts a line where its time belongs, as short as the document writes times', () => {
    const session = sessionOf(DAY);
    const near = Date.parse('2026-03-17T12:00:00Z');
    addEvents(session, [parseLine('12:30 rolled back api', { zone: 'UTC', near })]);
    expect(shown(session)[2]).toBe('2026-03-17 12:30 rolled back api');
    expect(entriesOfDoc(session.doc)[2]?.at?.written).toBe('12:30');
    expect(stored(session)).toEqual(shown(session));
  });

  test('reads times in the zone on the screen and writes them in that of the document', () => {
    const session = sessionOf(DAY);
    const near = Date.parse('2026-03-17T12:00:00Z');
    addEvents(session, [parseLine('13:30 rolled back api', { zone: 'Europe/Berlin', near })]);
    expect(documentZone(session.doc)).toBe('UTC');
    expect(entriesOfDoc(session.doc)[2]?.at).toMatchObject({ written: '12:30', instant: '2026-03-17T12:30:00Z' });
  });

  test('an event of the day before leaves the instants of the others as they were', () => {
    const session = sessionOf(DAY);
    addEvents(session, [
      { at: { epoch: Date.parse('2026-03-16T08:27:00Z'), precision: 'minute', approximate: false }, text: 'deployed' },
    ]);
    expect(shown(session)).toEqual([
      '2026-03-16 08:27 deployed',
      '2026-03-17 12:05 first',
      '2026-03-17 12:20 second',
      '2026-03-17 12:40 third',
    ]);
    expect(stored(session)).toEqual(shown(session));
  });

  test('lines without a time stand at the end, and are one step of undo together', () => {
    const session = sessionOf(DAY);
    const near = Date.parse('2026-03-17T12:00:00Z');
    addEvents(
      session,
      ['somebody noticed', '12:10 paged'].map((line) => parseLine(line, { zone: 'UTC', near })),
    );
    expect(shown(session).map((row) => row.split(' ').at(-1))).toEqual([
      'first',
      'paged',
      'second',
      'third',
      'noticed',
    ]);
    session.undo.undo();
    expect(shown(session)).toHaveLength(3);
  });
});

describe('retiming', () => {
  test('keeps the original, moves the row, and the original can be restored', () => {
    const session = sessionOf(DAY);
    const id = idOf(session, 'first');
    retimeRow(session, id, parseTime('12:30', { zone: 'UTC', near: Date.parse('2026-03-17T12:00:00Z') }));
    expect(shown(session).map((row) => row.split(' ').at(-1))).toEqual(['second', 'first', 'third']);
    expect(entriesOfDoc(session.doc)[1]?.meta.original?.at?.written).toBe('12:05');
    restoreOriginal(session, id);
    expect(shown(session)[0]).toBe('2026-03-17 12:05 first');
    expect(entriesOfDoc(session.doc)[0]?.meta.original).toBeUndefined();
  });

  test('by minutes keeps the first original, and none once the time is the first one again', () => {
    const session = sessionOf(DAY);
    const id = idOf(session, 'second');
    shiftRow(session, id, 1);
    shiftRow(session, id, 1);
    expect(entriesOfDoc(session.doc)[1]).toMatchObject({ meta: { original: { at: { written: '12:20' } } } });
    shiftRow(session, id, -2);
    expect(entriesOfDoc(session.doc)[1]?.meta.original).toBeUndefined();
  });

  test('over midnight writes the day, here and where the next row needs it', () => {
    const session = sessionOf(DAY);
    moveRowTo(session, idOf(session, 'first'), Date.parse('2026-03-16T23:50:00Z'));
    expect(shown(session)[0]).toBe('2026-03-16 23:50 first');
    expect(stored(session)).toEqual(shown(session));
    moveRowTo(session, idOf(session, 'first'), Date.parse('2026-03-18T00:10:00Z'));
    expect(shown(session).at(-1)).toBe('2026-03-18 00:10 first');
    expect(stored(session)).toEqual(shown(session));
  });
});

test('taking away the row that says the day leaves the instants of the others', () => {
  const session = sessionOf([
    ['2026-03-16 23:00', 'before'],
    ['2026-03-17 12:05', 'first'],
    ['12:20', 'second'],
  ]);
  removeRows(session, [idOf(session, 'before'), idOf(session, 'first')]);
  expect(shown(session)).toEqual(['2026-03-17 12:20 second']);
  expect(stored(session)).toEqual(shown(session));
});

test('merging keeps the first row and loses nothing of the others', () => {
  const session = sessionOf(DAY);
  const [first, second] = [idOf(session, 'first'), idOf(session, 'second')];
  setMoment(session, second, { kind: 'mitigated', on: true });
  mergeSelected(session, [second, first], 'UTC');
  const [row, ...others] = entriesOfDoc(session.doc);
  expect(row).toMatchObject({ id: first, text: 'first', notes: 'Also 12:20: second', moments: ['mitigated'] });
  expect(others.map(({ text }) => text)).toEqual(['third']);
});

test('splitting makes two rows of one time', () => {
  const session = sessionOf([['12:05', 'Rolled back api. Errors went down.']]);
  splitRow(session, 'r1');
  expect(shown(session)).toEqual(['2026-03-17 12:05 Rolled back api.', '2026-03-17 12:05 Errors went down.']);
});

test('folding nests one level deep, and unfolding brings rows back', () => {
  const session = sessionOf(DAY);
  const [first, second, third] = ['first', 'second', 'third'].map((text) => idOf(session, text));
  foldUnder(session, [third ?? ''], second ?? '');
  foldUnder(session, [second ?? ''], first ?? '');
  expect(entriesOfDoc(session.doc).map(({ meta }) => meta.fold)).toEqual([undefined, first, first]);
  unfold(session, [first ?? '']);
  expect(entriesOfDoc(session.doc).map(({ meta }) => meta.fold)).toEqual([undefined, undefined, undefined]);
});

test('a moment stands on one row', () => {
  const session = sessionOf(DAY);
  setMoment(session, idOf(session, 'first'), { kind: 'resolved', on: true });
  setMoment(session, idOf(session, 'third'), { kind: 'resolved', on: true });
  expect(entriesOfDoc(session.doc).map(({ moments }) => moments)).toEqual([[], [], ['resolved']]);
});
