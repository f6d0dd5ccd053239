import type { MomentKind } from '#core/record';

/** Where a template's timeline has room for what belongs to a row; what has none is told in its text. */
export interface TimelineStyle {
  readonly who: 'column' | 'text';
  readonly source: 'notes' | 'text';
  readonly moments: 'elsewhere' | 'text';
}

/** A table of time and event, and nothing else. */
export const PLAIN_STYLE: TimelineStyle = { who: 'text', source: 'text', moments: 'text' };

/** Templates with more than a time and a text, by dialect id. */
export const TIMELINE_STYLES: Readonly<Record<string, TimelineStyle>> = {
  operations: { who: 'column', source: 'notes', moments: 'elsewhere' },
  standard: { who: 'text', source: 'text', moments: 'elsewhere' },
};

/** What a row says of the moment that it is. */
export const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
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

/**
 * Durations that a template shows beside its own definitions, by dialect: id in the document, and the definition
 * (dialect and id) that it borrows, because the template names a duration without saying how it is measured.
 */
export const BORROWED_DURATIONS: Readonly<
  Record<
    string,
    readonly { readonly id: string; readonly label: string; readonly from: readonly [dialect: string, id: string] }[]
  >
> = {
  sev: [
    { id: 'duration', label: 'Duration', from: ['cycle', 'duration'] },
    { id: 'impact-duration', label: 'Duration of impact', from: ['operations', 'total-user-impact'] },
  ],
  standard: [{ id: 'duration', label: 'Total duration', from: ['cycle', 'duration'] }],
};
