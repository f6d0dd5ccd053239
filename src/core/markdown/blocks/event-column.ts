import type { MomentKind } from '#core/record';

import { encodeCell } from '../text-codec.ts';
import type { Column } from './table.ts';

/** What a row of a timeline says of the moment that it is, where the template has no column for it. */
const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  introduced: 'Introduced',
  merged: 'Merged',
  deployed: 'Deployed',
  triggered: 'Triggered',
  'impact-started': 'Impact started',
  'alert-fired': 'Alert fired',
  reported: 'Reported',
  acknowledged: 'Acknowledged',
  declared: 'Incident declared',
  investigating: 'Investigation started',
  'root-cause-identified': 'Root cause identified',
  mitigated: 'Mitigation applied',
  restored: 'Service restored',
  resolved: 'Incident resolved',
  closed: 'Incident closed',
};

const KINDS = new Map(Object.entries(MOMENT_WORDS).map(([kind, words]) => [words, kind as MomentKind]));
const MARK = /^\*\*([A-Z][A-Za-z ,]+)\.\*\* (?=\S)/u;

/** The text of a timeline row with its moments in front: `**Alert fired.** CheckoutHighErrorRate`. */
export function withMoments(text: string, moments: unknown, elsewhere: readonly MomentKind[] = []): string {
  const kinds = Array.isArray(moments) ? (moments as MomentKind[]) : [];
  const words = kinds.filter((kind) => !elsewhere.includes(kind)).map((kind) => MOMENT_WORDS[kind]);
  return `${words.length === 0 ? '' : `**${words.join(', ')}.** `}${text}`;
}

/** Inverse of {@link withMoments}. */
export function splitMoments(text: string): Record<string, unknown> {
  const match = MARK.exec(text);
  const kinds = match?.[1]?.split(', ').map((words) => KINDS.get(words));
  if (match === null || kinds === undefined || kinds.includes(undefined))
    return { text: text === '' ? undefined : text };
  return { text: text.slice(match[0].length), moments: kinds };
}

/** The column of a timeline with {@link withMoments}. Moments in `elsewhere` have a place of their own in the template. */
export function eventColumn(elsewhere: readonly MomentKind[] = []): Column {
  return {
    header: 'Event',
    key: 'text',
    type: 'prose',
    print: (value, item) => encodeCell(withMoments(String(value), item['moments'], elsewhere)),
    parse: splitMoments,
  };
}
