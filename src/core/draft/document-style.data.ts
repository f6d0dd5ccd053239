import type { MomentKind } from '#core/record';

/** Where a template has room for what belongs to a row of its timeline. */
export interface DocumentStyle {
  /** What has no column is told in the text of the row. */
  readonly who: 'column' | 'text';
  readonly source: 'notes' | 'text' | 'field';
  /** Moments that stand in a list of times of their own. */
  readonly listed?: readonly MomentKind[];
}

/** A table of time and event, and nothing else. */
const PLAIN = { who: 'text', source: 'text' } as const;

/** For a record of no known template. */
export const DEFAULT_STYLE: DocumentStyle = { ...PLAIN };

/** By dialect id. */
export const DOCUMENT_STYLES: Readonly<Record<string, DocumentStyle>> = {
  operations: {
    who: 'column',
    source: 'notes',
    listed: ['impact-started', 'alert-fired', 'declared', 'root-cause-identified', 'mitigated', 'restored', 'closed'],
  },
  standard: { ...PLAIN },
  sev: { ...PLAIN },
  cycle: { ...PLAIN },
  platform: { ...PLAIN },
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
