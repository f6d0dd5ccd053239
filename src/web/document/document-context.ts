import { createContext, useContext } from 'react';

import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';

import type { PostmortemDetail } from '../api/index.ts';
import type { SectionId } from '../outline/part.ts';

/** A section, or the title block above them. */
export type Place = SectionId | 'head';

/** What every part of a document on the page may need to know. */
export interface DocumentContent {
  readonly postmortemId: string;
  readonly record: Postmortem;
  readonly rows: Rows;
  readonly durations: PostmortemDetail['durations'];
  /** Paths that the template asks for. */
  readonly asks: ReadonlySet<string>;
  /** Zone in which times are shown. */
  readonly zone: string;
  /** Opens a place for editing; absent for readers. `path` gets the focus. */
  readonly edit?: (place: Place, path?: string) => void;
  /** True while something is being edited: then a click is enough to edit the next place. */
  readonly editing: boolean;
}

const Context = createContext<DocumentContent | null>(null);

/** Gives a document to what is below. */
export const DocumentProvider = Context.Provider;

/** The document around. */
export function useDocument(): DocumentContent {
  const content = useContext(Context);
  if (content === null) throw new Error('useDocument stands outside of a document');
  return content;
}

/** Id of a row of a list; its place where nobody gave it one. */
export function rowIdOf(content: Pick<DocumentContent, 'rows'>, list: string, index: number): string {
  return content.rows[list]?.[index]?.id ?? String(index + 1);
}
