/** A short field of the record. */
interface Fact {
  readonly path: string;
  readonly label: string;
  /** What to write there, as an example. */
  readonly example?: string;
}

/** A column of a list that is shown as a table. */
export interface PartColumn {
  readonly key: string;
  readonly label: string;
  /** Markdown rather than one line. */
  readonly prose?: true;
  /** What can be chosen; everything else stays readable. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Parts that need a view of their own. */
export type PartView =
  'periods' | 'durations' | 'timeline' | 'whys' | 'factors' | 'actions' | 'lessons' | 'evidence' | 'notes';

/** One part of a section: which fields of the record it shows, and how. The same table serves reading and editing. */
export type Part =
  /** Markdown. `label` is its heading where the section has more than one part. */
  | { readonly kind: 'text'; readonly path: string; readonly label?: string; readonly prompt: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A list of Markdown entries. */
  | { readonly kind: 'entries'; readonly path: string; readonly label?: string; readonly prompt: string }
  /** A list of objects as a table. */
  | {
      readonly kind: 'table';
      readonly path: string;
      readonly label?: string;
      readonly prompt: string;
      readonly columns: readonly PartColumn[];
    }
  /** A list of texts that are done or not. Standing: shown, never edited here. */
  | { readonly kind: 'checks'; readonly path: string; readonly label?: string }
  | { readonly kind: 'view'; readonly view: PartView; readonly paths: readonly string[] };

/** Id of a section; also its anchor in the page. */
export type SectionId =
  | 'summary'
  | 'impact'
  | 'timeline'
  | 'detection'
  | 'root-cause'
  | 'whys'
  | 'factors'
  | 'went'
  | 'resolution'
  | 'actions'
  | 'prevention'
  | 'lessons'
  | 'follow-up'
  | 'review'
  | 'people'
  | 'related'
  | 'evidence'
  | 'document'
  | 'notes';

/** Paths of the record that a part shows. */
export function pathsOf(part: Part): string[] {
  if (part.kind === 'facts') return part.facts.map((fact) => fact.path);
  return part.kind === 'view' ? [...part.paths] : [part.path];
}
