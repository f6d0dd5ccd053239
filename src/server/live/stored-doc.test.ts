import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { readSharedDoc, textAt } from '#core/shared-doc';

import type { LiveLog, StoredPostmortem } from './live-ports.ts';
import { storedDoc } from './stored-doc.ts';

const target = { workspaceId: 'w1', postmortemId: 'p1' };
const lines: string[] = [];
const log: LiveLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (_facts, message) => lines.push(message),
};

const stored = (revision: number, text: string, state?: Uint8Array): StoredPostmortem => ({
  record: { summary: { text }, timeline: [{ at: null, text: 'Alert fired' }], actions: [] },
  rows: {},
  revision,
  ...(state && { state }),
});

const summaryOf = (doc: Y.Doc): string => textAt(doc, 'summary.text').toJSON();

describe('the document of what is stored', () => {
  it('is the same wherever it is made, so that copies merge into one', () => {
    const [left, right] = [
      storedDoc(target, stored(3, 'One.'), { log }),
      storedDoc(target, stored(3, 'One.'), { log }),
    ];
    textAt(left.doc, 'summary.text').insert(4, ' Two.');
    Y.applyUpdate(right.doc, Y.encodeStateAsUpdate(left.doc));
    expect(summaryOf(right.doc)).toBe('One. Two.');
    expect(readSharedDoc(right.doc).record.timeline).toHaveLength(1);
    expect(left.isNewer).toBe(true);
  });

  it('is the stored state where that says what the record says', () => {
    const first = storedDoc(target, stored(3, 'One.'), { log });
    const again = storedDoc(target, stored(4, 'One.', Y.encodeStateAsUpdate(first.doc)), { log });
    expect(again.isNewer).toBe(false);
    expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(first.doc));
  });

  it('takes in what was written to the record without it, the same way everywhere', () => {
    const state = Y.encodeStateAsUpdate(storedDoc(target, stored(3, 'One.'), { log }).doc);
    const [left, right] = [4, 4].map(
      (revision) => storedDoc(target, stored(revision, 'One. More.', state), { log }).doc,
    );
    if (left === undefined || right === undefined) throw new Error('two documents');
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
    expect(summaryOf(left)).toBe('One. More.');
  });

  it('is made of the record where the stored state is broken, and the log says so', () => {
    const { doc, isNewer } = storedDoc(target, stored(3, 'One.', new Uint8Array([9, 9, 9, 9])), { log });
    expect(summaryOf(doc)).toBe('One.');
    expect(isNewer).toBe(true);
    expect(lines).toEqual(['The stored state of a shared document cannot be read; the record is used.']);
  });
});
