import type { ReactNode } from 'react';

import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';

import type { LiveState } from '../editor/live-state.ts';
import type { Place } from './document-context.ts';

/** What the page needs of an open editing session; the code behind it is loaded when somebody starts to edit. */
export interface LivePort {
  /** The document as it stands, with what others type. */
  readonly record: Postmortem;
  readonly rows: Rows;
  readonly state: LiveState;
  editorOf(place: Place, focus: string | undefined): ReactNode;
  /** Writes a proposed text into its place. */
  fix(fix: { readonly path: string; readonly value: string }): void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reconnect: () => void;
}
