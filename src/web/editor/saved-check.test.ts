import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { SavedCheck } from './saved-check.ts';

describe('whether everything is saved', () => {
  it('follows what the server stored', () => {
    const { check, doc } = editedDoc();
    check.received();
    check.told(saved(doc));
    expect(check.isSaved(doc)).toBe(true);
  });

  it('does not hold for what was typed after the server stored', () => {
    const { check, doc } = editedDoc();
    check.received();
    check.told(saved(doc));
    doc.getText('a').insert(0, 'more ');
    check.changed();
    check.received();
    expect(check.isSaved(doc)).toBe(false);
  });

  it('does not trust a message that came while a change was on its way, though a deletion leaves no trace in it', () => {
    const { check, doc } = editedDoc();
    check.received();
    doc.getText('a').delete(0, 1);
    check.changed();
    check.told(saved(doc));
    check.received();
    expect(check.isSaved(doc)).toBe(false);
  });

  it('does not hold while the server has more to store', () => {
    const { check, doc } = editedDoc();
    check.received();
    check.told({ ...saved(doc), clean: false });
    expect(check.isSaved(doc)).toBe(false);
  });
});

function editedDoc(): { check: SavedCheck; doc: Y.Doc } {
  const doc = new Y.Doc();
  const check = new SavedCheck();
  doc.getText('a').insert(0, 'text');
  check.changed();
  return { check, doc };
}

function saved(doc: Y.Doc) {
  const stateVector = btoa(String.fromCodePoint(...Y.encodeStateVector(doc)));
  return { type: 'saved', revision: 2, stateVector, clean: true, findings: [] } as const;
}
