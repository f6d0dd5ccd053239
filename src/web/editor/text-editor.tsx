import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type ReactElement, useEffect, useRef } from 'react';
import type * as Y from 'yjs';

import type { LiveSession } from './live-session.ts';
import './text-editor.css';
import { textExtensions } from './text-extensions.ts';

export interface TextEditorProps {
  readonly session: LiveSession;
  /** The shared text; the editor follows it, and everybody else's cursors in it. */
  readonly text: Y.Text;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Said while it is empty. */
  readonly prompt: string;
  /** Path in the record, so that it can be found and focused. */
  readonly path: string;
  /** A cell of a list: as high as its text, without a frame of its own. */
  readonly compact?: boolean;
  /** Handles Enter with Ctrl or Cmd. */
  readonly onSubmit?: (() => void) | undefined;
}

/** Several people write Markdown in it at once. */
export function TextEditor(props: TextEditorProps): ReactElement {
  const { compact = false, label, path, prompt, session, text } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const submit = (): boolean => {
      latest.current.onSubmit?.();
      return latest.current.onSubmit !== undefined;
    };
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text.toJSON(),
        extensions: textExtensions({ session, text, label, prompt, submit }),
      }),
    });
    return () => view.destroy();
  }, [session, text, label, prompt]);
  return <div ref={place} className={compact ? 'text-editor text-editor--compact' : 'text-editor'} data-path={path} />;
}
