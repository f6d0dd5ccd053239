import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { fillSharedDoc, readSharedDoc } from '#core/shared-doc';

import { applyFix } from './apply-fix.ts';

describe('a fix with one click', () => {
  it.each([
    ['summary.text', (record: Fixed) => record.summary?.text],
    ['title', (record: Fixed) => record.title],
    ['severity.label', (record: Fixed) => record.severity?.label],
    ['actions.0.owner', (record: Fixed) => record.actions[0]?.owner],
    ['actions[0].text', (record: Fixed) => record.actions[0]?.text],
    ['lessons.takeaways.1', (record: Fixed) => record.lessons?.takeaways?.[1]],
  ])('writes %s', (path, read) => {
    const doc = filledDoc();
    applyFix(doc, { path, value: 'Fixed' });
    expect(read(readSharedDoc(doc).record)).toBe('Fixed');
  });

  it('tells of a path that the document does not have', () => {
    expect(() => applyFix(filledDoc(), { path: 'actions.7.owner', value: 'x' })).toThrow('actions has no item 7');
    expect(() => applyFix(filledDoc(), { path: 'nonsense', value: 'x' })).toThrow('nonsense');
  });
});

type Fixed = ReturnType<typeof readSharedDoc>['record'];

function filledDoc(): Y.Doc {
  const doc = new Y.Doc();
  let next = 0;
  const record = {
    title: 'Old',
    timeline: [],
    actions: [{ text: 'Do it' }],
    summary: { text: 'Old text' },
    lessons: { takeaways: ['One', 'Two'] },
  };
  fillSharedDoc(doc, { record, rows: {} }, () => `row-${String((next += 1))}`);
  return doc;
}
