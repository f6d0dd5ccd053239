import type { Place } from '#core/errors';
import type { DurationDefinition } from '#core/record';

/** A team's own template as its file says it; `compileDialect` makes a dialect of it. */
export interface OwnDialect {
  /** Kebab-case; none of those that come with the product. */
  readonly id: string;
  readonly label: string;
  /** Zone of its timeline. */
  readonly zone: string;
  readonly folder: string;
  /** With `{date}`, `{title}`, `{id}`. */
  readonly fileName: string;
  /** With `{date}`, `{year}` and `{n}`, or `{n:4}` for four digits. */
  readonly incidentId: string;
  /** Labels of the team's scale, the worst first. */
  readonly severities: readonly string[];
  readonly durations: readonly DurationDefinition[];
  /** Where the file speaks of the template as a whole. */
  readonly place: Place;
  readonly sections: readonly OwnSection[];
}

/** One section; in its heading, `{{title}}` and the like stand for values. */
export interface OwnSection {
  readonly place: Place;
  readonly heading: string;
  readonly depth: number;
  readonly id?: string;
  readonly aliases: readonly string[];
  /** Absent from new documents as long as it is empty. */
  readonly optional: boolean;
  /** A rule stands before its heading. */
  readonly ruled: boolean;
  readonly guidance?: string;
  readonly blocks: readonly OwnBlock[];
}

/** A value with the words around it. */
export interface OwnField {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly path: string;
  readonly prompt?: string;
}

/** How labelled values are written. */
export type OwnFieldStyle = 'bold' | 'paragraphs' | 'list' | 'quote' | 'table';

/** What a section holds, in order. */
export type OwnBlock = { readonly place: Place } & (
  | { readonly kind: 'text'; readonly path: string; readonly prompt?: string }
  | {
      readonly kind: 'fields';
      readonly style: OwnFieldStyle;
      /** Headings of the two columns, where the style is `table`. */
      readonly header: readonly [string, string];
      readonly fields: readonly OwnField[];
    }
  | {
      readonly kind: 'list';
      readonly path: string;
      readonly numbered: boolean;
      /** An item with `{{…}}` for its values, as `{{actions.text}} ({{actions.owner}})`. */
      readonly item?: string;
      /** Line before the list. */
      readonly label?: string;
      readonly prompt?: string;
    }
  | {
      readonly kind: 'table';
      readonly path: string;
      /** For actions: the horizon of those that stand here. */
      readonly horizon?: string;
      /** Columns in order; `path` is the key in the item. */
      readonly columns: readonly OwnField[];
    }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'fixed'; readonly text: string }
);
