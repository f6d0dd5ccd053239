import type { Finding, Place } from '#core/errors';

import { labelOf, NOTES_TITLE } from '../additional-notes.ts';
import type { ParsedDocument } from '../parse-postmortem.ts';
import type { Change } from './change.ts';

/** A change that stands under "Additional notes" because the document has no place for it. */
export function underNotes(document: ParsedDocument, change: Change): Finding {
  return {
    code: 'written-under-notes',
    severity: 'info',
    message: `The document has no place that can say “${nameOf(change)}”; that stands under “${NOTES_TITLE}”.`,
    place: placeOf(document, change),
    help: 'Move it where your team looks for it, or leave it: it is read back from there.',
  };
}

/** A change that the document could not be made to say. */
export function notWritten(document: ParsedDocument, change: Change): Finding {
  return {
    code: 'change-not-written',
    severity: 'error',
    message: `The change of “${nameOf(change)}” would be read back as something else, so it is not in the document.`,
    place: placeOf(document, change),
    help: 'Make the change in the document by hand.',
  };
}

/** A document that was written anew in its own template. */
export function rewritten(document: ParsedDocument): Finding {
  return {
    code: 'document-rewritten',
    severity: 'warning',
    message:
      'The change had no place in the document as it was written, so the whole document is drawn anew in its template.',
    ...(document.file === undefined ? {} : { place: { file: document.file } }),
    help: 'Compare it with the version before; everything that was said is still in it.',
  };
}

/** A value that a document does not state: it is concluded from what was changed. */
export function readOtherwise(document: ParsedDocument, path: string): Finding {
  return {
    code: 'concluded-value-changed',
    severity: 'warning',
    message: `The document does not state “${labelOf(path)}”; it is concluded from what was changed, so it reads otherwise now.`,
    place: { ...(document.file === undefined ? {} : { file: document.file }), path },
    help: `State “${labelOf(path)}” in the head of the document.`,
  };
}

/** An item that stands in a group, because its list has no place outside of one. */
export function inGroup(document: ParsedDocument, change: Change, group: string): Finding {
  return {
    code: 'item-in-group',
    severity: 'info',
    message: `The new item of “${nameOf(change)}” stands under “${group}”, where the item before it stands.`,
    place: placeOf(document, change),
    help: 'Move it to another group if it belongs there.',
  };
}

function nameOf(change: Change): string {
  if (change.kind !== 'set') return labelOf(change.list);
  const own = labelOf(change.path);
  const key = change.path.slice(change.path.lastIndexOf('.') + 1);
  return own === change.path || /^\d+$/u.test(key) ? labelOf(change.path.replace(/\.\d+(?=\.|$).*/u, '')) : own;
}

function placeOf(document: ParsedDocument, change: Change): Place {
  const path =
    change.kind === 'set' ? change.path : `${change.list}.${String(change.kind === 'move' ? change.to : change.index)}`;
  return { ...(document.file === undefined ? {} : { file: document.file }), path };
}
