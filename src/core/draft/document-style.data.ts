import type { MomentKind } from '#core/record';

/** Where a template has room for what belongs to a row of its timeline, and for the suspects. */
export interface DocumentStyle {
  /** What has no column is told in the text of the row. */
  readonly who: 'column' | 'text';
  readonly source: 'notes' | 'text';
  /** `marker` has a column for moments, `list` a list of times of its own. */
  readonly moments: 'marker' | 'list' | 'text';
  /** Moments of that list. */
  readonly listed?: readonly MomentKind[];
  /** How text stands in its root-cause section: before its parts, behind them, or as its one text. */
  readonly suspects: 'introductions' | 'remarks' | 'technical';
}

/** A table of time and event, and nothing else. */
const PLAIN = { who: 'text', source: 'text', moments: 'text' } as const;

/** For a record of no known template. */
export const DEFAULT_STYLE: DocumentStyle = { ...PLAIN, suspects: 'remarks' };

/** By dialect id. */
export const DOCUMENT_STYLES: Readonly<Record<string, DocumentStyle>> = {
  operations: {
    who: 'column',
    source: 'notes',
    moments: 'list',
    listed: ['impact-started', 'alert-fired', 'declared', 'root-cause-identified', 'mitigated', 'restored', 'closed'],
    suspects: 'introductions',
  },
  standard: { ...PLAIN, moments: 'marker', suspects: 'introductions' },
  sev: { ...PLAIN, suspects: 'introductions' },
  cycle: { ...PLAIN, suspects: 'technical' },
  platform: { ...PLAIN, suspects: 'remarks' },
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
