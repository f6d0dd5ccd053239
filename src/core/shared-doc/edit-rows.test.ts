import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { applyToSharedDoc } from './apply-to-shared-doc.ts';
import type { SharedContent } from './content.ts';
import { cellText, deleteRow, insertRow, keepOriginal, moveRow, rowById, setCell, setRowMeta } from './edit-rows.ts';
import { keepOriginals } from './keep-originals.ts';
import { observeRecord, type RecordChange } from './observe-record.ts';
import { orderedRows } from './ordered-rows.ts';
import { readRow } from './read-row.ts';
import { readSharedDoc } from './read-shared-doc.ts';
import { listAt, textAt } from './roots.ts';
import { copyOf, docOf, sync } from './shared-doc.fixture.ts';
import { getValue, setValue } from './values.ts';

const at = (written: string) => ({
  written,
  instant: null,
  precision: 'minute' as const,
  approximate: false,
  zone: null,
  zoneStated: false,
});

/** A document with events named by letters. */
function timelineOf(letters: string): Y.Doc {
  return docOf({
    record: { timeline: letters.split('').map((text) => ({ at: null, text })), actions: [] },
    rows: { timeline: letters.split('').map((id) => ({ id })) },
  });
}

const timeline = (doc: Y.Doc) => ({ doc, list: 'timeline' });
const textsOf = (doc: Y.Doc): string =>
  readSharedDoc(doc)
    .record.timeline.map(({ text }) => text)
    .join('');
const insert = (doc: Y.Doc, text: string, after?: string | null) =>
  insertRow(timeline(doc), { at: null, text }, { meta: { id: text }, ...(after === undefined ? {} : { after }) });

describe('rows', () => {
  it('are put first, last and behind others', () => {
    const doc = timelineOf('abc');
    insert(doc, 'x', 'a');
    insert(doc, 'y', null);
    insert(doc, 'z');
    insert(doc, 'w', 'x');
    expect(textsOf(doc)).toBe('yaxwbcz');
  });

  it('go into an empty list', () => {
    const doc = new Y.Doc();
    insert(doc, 'a', null);
    insert(doc, 'b', 'a');
    expect(textsOf(doc)).toBe('ab');
  });

  it.each([
    ['a', 'c', 'bca'],
    ['c', null, 'cab'],
    ['c', 'a', 'acb'],
    ['a', null, 'abc'],
    ['b', 'b', 'abc'],
    ['b', 'no such', 'abc'],
    ['no such', 'a', 'abc'],
  ])('move: %s behind %s', (id, after, expected) => {
    const doc = timelineOf('abc');
    moveRow(timeline(doc), id, after);
    expect(textsOf(doc)).toBe(expected);
  });

  it('move between rows that were put at one place', () => {
    const doc = timelineOf('ab');
    for (const text of ['z', 'y', 'x']) insert(doc, text, 'a');
    expect(textsOf(doc)).toBe('axyzb');
    moveRow(timeline(doc), 'b', 'x');
    expect(textsOf(doc)).toBe('axbyz');
    moveRow(timeline(doc), 'z', 'a');
    expect(textsOf(doc)).toBe('azxby');
  });

  it('keep together what two people put at one place at the same time', () => {
    const left = timelineOf('ab');
    const right = copyOf(left);
    insert(left, '1', 'a');
    insert(left, '2', '1');
    insert(left, '3', '2');
    insert(right, '7', 'a');
    insert(right, '8', '7');
    sync(left, right);
    expect(textsOf(left)).toBe(textsOf(right));
    expect(['a12378b', 'a78123b']).toContain(textsOf(left));
  });

  it('keep what somebody types into them while somebody else moves them', () => {
    const left = timelineOf('abc');
    const right = copyOf(left);
    moveRow(timeline(left), 'a', 'c');
    const row = rowById(right, 'timeline', 'a');
    if (row !== undefined) cellText(row, { list: 'timeline', key: 'text' }).insert(1, ' and more');
    moveRow(timeline(right), 'a', 'b');
    sync(left, right);
    expect(textsOf(left)).toBe(textsOf(right));
    expect(textsOf(left)).toMatch(/^b(?:ca and more|a and morec)$/u);
  });

  it('stay out of the record until they are filled in, and survive a change from outside', () => {
    const doc = timelineOf('ab');
    const row = insertRow(timeline(doc), { at: at('12:05') }, { meta: { id: 'new' }, after: 'a' });
    const { record, rows, findings } = readSharedDoc(doc);
    expect(record.timeline).toHaveLength(2);
    expect(findings.map(({ code }) => code)).toEqual(['shared-row-incomplete']);
    applyToSharedDoc(doc, { record: { ...record, title: 'Changed' }, rows }, { newId: () => 'n', origin: 'test' });
    cellText(row, { list: 'timeline', key: 'text' }).insert(0, 'rolled back');
    expect(readSharedDoc(doc).record.timeline.map(({ text }) => text)).toEqual(['a', 'rolled back', 'b']);
  });

  it('are undone and redone by the person who changed them', () => {
    const doc = timelineOf('abc');
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['me']), captureTimeout: 0 });
    doc.transact(() => {
      moveRow(timeline(doc), 'a', 'c');
    }, 'me');
    doc.transact(() => {
      deleteRow(timeline(doc), 'b');
    }, 'me');
    insert(doc, 'd');
    expect(textsOf(doc)).toBe('cad');
    undo.undo();
    expect(textsOf(doc)).toBe('bcad');
    undo.undo();
    expect(textsOf(doc)).toBe('abcd');
    undo.redo();
    expect(textsOf(doc)).toBe('bcad');
  });

  it('that are folded under a deleted one stand on their own again', () => {
    const doc = timelineOf('ab');
    const row = orderedRows(doc, 'timeline')[1];
    if (row !== undefined) setRowMeta(row, { fold: 'a' });
    expect(readSharedDoc(doc).rows['timeline']?.[1]).toEqual({ id: 'b', fold: 'a' });
    deleteRow(timeline(doc), 'a');
    expect(readSharedDoc(doc)).toMatchObject({ rows: { timeline: [{ id: 'b' }] }, findings: [] });
  });
});

describe('a folded event', () => {
  it.each([
    ['under itself', { a: 'a' }],
    ['under one that is not there', { a: 'zzz' }],
    ['in a ring', { a: 'b', b: 'a' }],
  ])('%s stands on its own, with a finding', (_how, folds) => {
    const doc = timelineOf('ab');
    for (const [id, fold] of Object.entries(folds)) {
      const row = rowById(doc, 'timeline', id);
      if (row !== undefined) setRowMeta(row, { fold });
    }
    const { rows, findings } = readSharedDoc(doc);
    expect(rows['timeline']).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['shared-fold-lost']));
  });
});

describe('whys', () => {
  const whys = (doc: Y.Doc) => ({ doc, list: 'whys' });
  const add = (doc: Y.Doc, id: string, parent: string | null) =>
    insertRow(whys(doc), { answer: id, parent }, { meta: { id } });
  const treeOf = (doc: Y.Doc) => readSharedDoc(doc).record.whys?.map(({ answer, parent }) => `${answer}<${parent}`);

  it('name their parent by its row, whatever is put between', () => {
    const doc = new Y.Doc();
    add(doc, 'a', null);
    add(doc, 'b', 'a');
    insertRow(whys(doc), { answer: 'c', parent: null }, { meta: { id: 'c' }, after: null });
    expect(treeOf(doc)).toEqual(['c<null', 'a<null', 'b<1']);
  });

  it('come after their parent', () => {
    const doc = new Y.Doc();
    for (const [id, parent] of [
      ['d', 'c'],
      ['b', 'a'],
      ['c', 'b'],
      ['a', null],
      ['e', 'a'],
    ] as const)
      add(doc, id, parent);
    expect(treeOf(doc)).toEqual(['a<null', 'b<0', 'c<1', 'd<2', 'e<0']);
  });

  it('hung under each other at the same time become one tree, the same for everybody', () => {
    const left = new Y.Doc();
    add(left, 'a', null);
    add(left, 'b', null);
    const right = copyOf(left);
    const hang = (doc: Y.Doc, id: string, under: string) => {
      const row = rowById(doc, 'whys', id);
      if (row !== undefined) setCell(row, { list: 'whys', key: 'parent' }, under);
    };
    hang(left, 'a', 'b');
    hang(right, 'b', 'a');
    sync(left, right);
    expect(treeOf(left)).toEqual(['a<null', 'b<0']);
    expect(readSharedDoc(left)).toEqual(readSharedDoc(right));
    expect(readSharedDoc(left).findings.map(({ code }) => code)).toEqual(['why-ring-broken']);
  });

  it('below a deleted one hang under its parent', () => {
    const doc = new Y.Doc();
    add(doc, 'a', null);
    add(doc, 'b', 'a');
    add(doc, 'c', 'b');
    deleteRow(whys(doc), 'b');
    expect(treeOf(doc)).toEqual(['a<null', 'c<0']);
    listAt(doc, 'whys').delete(0, 1);
    expect(treeOf(doc)).toEqual(['c<null']);
    expect(readSharedDoc(doc).findings.map(({ code }) => code)).toEqual(['why-parent-missing']);
  });
});

describe('values', () => {
  it('are written in the shape of the record', () => {
    const doc = new Y.Doc();
    setValue(doc, 'title', ' two\nlines ');
    setValue(doc, 'severity', { label: 'P0', rank: 1, colour: 'red' });
    setValue(doc, 'durations.ttd', { written: '3 min' });
    setValue(doc, 'incident.date', { written: '2026-02-23' });
    expect(readSharedDoc(doc).record).toEqual({
      title: 'two lines',
      severity: { label: 'P0', rank: 1 },
      durations: { ttd: { written: '3 min' } },
      incident: { date: { ...at('2026-02-23'), precision: 'unknown' } },
      timeline: [],
      actions: [],
    });
    setValue(doc, 'title', undefined);
    expect(getValue(doc, 'title')).toBeUndefined();
  });

  it('exist where the record has them only', () => {
    const doc = new Y.Doc();
    expect(() => setValue(doc, 'status', 'Approved')).toThrow('"status" is no single value');
    expect(() => getValue(doc, 'summary.text')).toThrow('"summary.text" is no single value');
    expect(() => textAt(doc, 'title')).toThrow('"title" is no Markdown field');
    expect(() => listAt(doc, 'signOffs')).toThrow('"signOffs" is no list');
    const row = insertRow(timeline(doc), { at: null, text: 'a' }, { meta: { id: 'a' } });
    expect(() => setCell(row, { list: 'timeline', key: 'text' }, 'b')).toThrow('"text" is no single value');
    expect(() => cellText(row, { list: 'timeline', key: 'who' })).toThrow('"who" is no Markdown');
  });
});

describe('readings of rows', () => {
  it('are the same object until the row changes, also for observers', () => {
    const doc = timelineOf('ab');
    const [first, second] = orderedRows(doc, 'timeline');
    if (first === undefined || second === undefined) throw new Error('two rows');
    const [one, two] = [readRow(first), readRow(second)];
    let seen: unknown;
    first.observeDeep(() => {
      seen = readRow(first).cells['text'];
    });
    cellText(first, { list: 'timeline', key: 'text' }).insert(1, 'x');
    expect(seen).toBe('ax');
    expect(readRow(first)).not.toBe(one);
    expect(readRow(second)).toBe(two);
    doc.transact(() => {
      setCell(second, { list: 'timeline', key: 'who' }, 'ada');
      expect(readRow(second).cells['who']).toBe('ada');
      setCell(second, { list: 'timeline', key: 'who' }, 'ben');
    });
    expect(readRow(second).cells['who']).toBe('ben');
  });
});

describe('observing', () => {
  it('tells once per transaction what changed', () => {
    const doc = timelineOf('ab');
    const heard: RecordChange[] = [];
    const stop = observeRecord(doc, (change) => heard.push(change));
    doc.transact(() => {
      setValue(doc, 'title', 'x');
      textAt(doc, 'summary.text').insert(0, 'y');
      const [row] = orderedRows(doc, 'timeline');
      if (row !== undefined) setCell(row, { list: 'timeline', key: 'at' }, at('12:05'));
    }, 'me');
    moveRow(timeline(doc), 'a', 'b');
    insert(doc, 'c');
    expect(heard).toHaveLength(3);
    expect(heard[0]).toMatchObject({ origin: 'me', local: true });
    expect([...(heard[0]?.paths ?? [])]).toEqual(['title', 'summary.text']);
    expect(heard[0]?.lists.size).toBe(0);
    expect([...(heard[0]?.rows.get('timeline') ?? [])]).toEqual([rowById(doc, 'timeline', 'a')]);
    expect(heard.slice(1).map(({ lists }) => [...lists])).toEqual([['timeline'], ['timeline']]);
    stop();
    setValue(doc, 'title', 'z');
    expect(heard).toHaveLength(3);
  });
});

describe('originals', () => {
  const contentOf = (text: string, written: string, meta: object = {}): SharedContent => ({
    record: { timeline: [{ at: at(written), text, source: 'E1:1' }], actions: [] },
    rows: { timeline: [{ id: 't1', ...meta }] },
  });
  const original = { at: at('12:00'), text: 'before' };

  it('are kept when an event from evidence is retimed or reworded', () => {
    const before = contentOf('before', '12:00');
    expect(keepOriginals(before, contentOf('after', '12:00'))).toEqual([{ id: 't1', original }]);
    expect(keepOriginals(before, contentOf('before', '12:01'))).toEqual([{ id: 't1', original }]);
    expect(keepOriginals(before, contentOf('before', '12:00'))).toEqual([{ id: 't1' }]);
  });

  it('stay as they were first', () => {
    const forged = { original: { at: null, text: 'forged' } };
    expect(keepOriginals(contentOf('x', '12:09', { original }), contentOf('y', '12:09', forged))).toEqual([
      { id: 't1', original },
    ]);
  });

  it('are not kept for what somebody wrote by hand', () => {
    const byHand: SharedContent = {
      record: { timeline: [{ at: null, text: 'a' }], actions: [] },
      rows: { timeline: [{ id: 't1' }] },
    };
    expect(keepOriginals(byHand, contentOf('b', '12:00'))).toEqual([{ id: 't1' }]);
  });

  it('are kept once by an editor', () => {
    const doc = docOf(contentOf('before', '12:00'));
    const [row] = orderedRows(doc, 'timeline');
    if (row === undefined) throw new Error('one row');
    keepOriginal(row);
    setCell(row, { list: 'timeline', key: 'at' }, at('12:30'));
    keepOriginal(row);
    expect(readRow(row).meta).toEqual({ id: 't1', original });
  });
});

describe('a change from outside without ids', () => {
  it('finds the rows it changes, and keeps their side data', () => {
    const doc = docOf({
      record: {
        timeline: [
          { at: at('12:00'), text: 'Alert fired' },
          { at: at('12:05'), text: 'Rolled back the api' },
        ],
        actions: [{ id: 'A1', text: 'Add an alert' }],
      },
      rows: { timeline: [{ id: 't1', sources: ['E1:1'] }, { id: 't2' }], actions: [{ id: 'x1' }] },
    });
    const next = {
      timeline: [
        { at: at('11:58'), text: 'Deployed' },
        { at: at('12:05'), text: 'Rolled back the payments api' },
        { at: at('12:01'), text: 'Alert fired' },
      ],
      actions: [{ id: 'A1', text: 'Write a runbook' }, { text: 'Another' }],
    };
    applyToSharedDoc(doc, { record: next, rows: {} }, { newId: () => 'new', origin: 'api' });
    const { record, rows } = readSharedDoc(doc);
    expect(record).toEqual(next);
    expect(rows['timeline']).toEqual([{ id: 'new' }, { id: 't2' }, { id: 't1', sources: ['E1:1'] }]);
    expect(rows['actions']).toEqual([{ id: 'x1' }, { id: 'new' }]);
  });

  it('leaves what somebody is typing alone', () => {
    const doc = docOf({
      record: { summary: { text: 'One line.\n\nAnother line.' }, timeline: [], actions: [] },
      rows: {},
    });
    const typist = copyOf(doc);
    textAt(typist, 'summary.text').insert(4, 'short ');
    const next = { summary: { text: 'One line.\n\nAnother line, changed.' }, timeline: [], actions: [] };
    applyToSharedDoc(doc, { record: next, rows: {} }, { newId: () => 'n', origin: 'api' });
    sync(doc, typist);
    expect(readSharedDoc(typist).record.summary?.text).toBe('One short line.\n\nAnother line, changed.');
    textAt(doc, 'summary.text').insert(0, '\n\n');
    const { record, rows } = readSharedDoc(doc);
    applyToSharedDoc(doc, { record, rows }, { newId: () => 'n', origin: 'api' });
    expect(textAt(doc, 'summary.text').toJSON().startsWith('\n\nOne')).toBe(true);
  });
});
