import { defaultKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type * as Y from 'yjs';

import { cspNonce } from './csp-nonce.ts';
import { imageDrop } from './image-drop.ts';
import type { LiveSession } from './live-session.ts';
import { MARKUP_KEYS } from './markup-keys.ts';
import { markdownLook } from './markdown-look.ts';
import { remoteSelections } from './remote-selections.ts';

interface TextSettings {
  readonly session: LiveSession;
  readonly text: Y.Text;
  readonly label: string;
  readonly prompt: string;
  /** True if it did something. */
  readonly submit: () => boolean;
}

/** Everything that makes a text editor of ours. */
export function textExtensions({ label, prompt, session, submit, text }: TextSettings): Extension[] {
  const nonce = cspNonce();
  return [
    ...(nonce === undefined ? [] : [EditorView.cspNonce.of(nonce)]),
    EditorView.lineWrapping,
    markdown({ base: markdownLanguage, addKeymap: false }),
    syntaxHighlighting(markdownLook),
    placeholder(prompt),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', autocapitalize: 'sentences' }),
    keymap.of([
      { key: 'Mod-Enter', run: submit },
      ...MARKUP_KEYS,
      ...yUndoManagerKeymap,
      ...markdownKeymap,
      ...defaultKeymap,
    ]),
    // Cursors of others are drawn by ourselves: the ones of the library need inline styles, which the page forbids.
    yCollab(text, null, { undoManager: session.undo }),
    remoteSelections(session, text),
    imageDrop(session.target.postmortemId),
  ];
}
