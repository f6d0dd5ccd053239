import type { ParsedDocument } from '#core/markdown';
import { actionStrength, type ActionStrength } from '#core/review';

import type { LineIndex } from './line-index.ts';
import { placeFinding } from './place-finding.ts';

/** How surely an action of a document keeps the same thing from happening again, and what tells so. */
export interface RatedAction extends ActionStrength {
  readonly line: number;
  readonly text: string;
}

/** Every action of a document with its strength, in the order of the record. */
export function rateActions(document: ParsedDocument, lines: LineIndex): RatedAction[] {
  return document.record.actions.map(({ text }, index) => {
    const finding = { code: '', severity: 'info', message: '', place: { path: `actions.${index}.text` } } as const;
    return { line: placeFinding(finding, document, lines).line, text, ...actionStrength(text) };
  });
}
