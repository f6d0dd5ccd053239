import * as Y from 'yjs';

import { textChanges } from './text-changes.ts';
import { asProse } from './text-shape.ts';

/**
 * Makes a shared text say `next`, touching only what differs. White space around the text, which the record does not
 * have and somebody may just be typing, counts as no difference. What is no text is taken out.
 */
export function writeText(text: Y.Text, next: string): void {
  if (text.length !== text.toJSON().length) removeForeign(text);
  const current = text.toJSON();
  if ((asProse(current) ?? '') === next) return;
  for (const { at, remove, insert } of textChanges(current, next)) {
    if (remove > 0) text.delete(at, remove);
    if (insert !== '') text.insert(at, insert);
  }
}

/** Deletes what counts as characters and is none, item by item: a text deletes only some kinds of them itself. */
function removeForeign(text: Y.Text): void {
  if (text.doc === null) return;
  Y.transact(text.doc, (transaction) => {
    for (const item of Y.getTypeChildren(text))
      if (item.countable && !item.deleted && !(item.content instanceof Y.ContentString)) item.delete(transaction);
  });
}
