import { type ReactElement, useDeferredValue } from 'react';

import { textAt } from '#core/shared-doc';

import { TextEditor } from '../editor/text-editor.tsx';
import { useLiveText } from '../editor/use-live.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { useSessionHere } from './editing-context.ts';

interface TextFieldProps {
  readonly path: string;
  readonly label: string;
  readonly prompt: string;
}

/** A Markdown field: the text itself, and how it will read where its markup makes a difference. */
export function TextField({ label, path, prompt }: TextFieldProps): ReactElement {
  const session = useSessionHere();
  const text = textAt(session.doc, path);
  const written = useDeferredValue(useLiveText(session, path));
  return (
    <div className="text-field">
      <TextEditor session={session} text={text} label={label} prompt={prompt} path={path} />
      {needsPreview(written) && (
        <div className="text-field__preview" role="group" aria-label={`${label}: preview`}>
          <Markdown text={written} />
        </div>
      )}
    </div>
  );
}

/** Paragraphs with emphasis look in the editor as they will read; everything beyond is shown again as it will be. */
function needsPreview(text: string): boolean {
  return /^\s*(?:[-*+]|\d+[.)])\s|^#{1,6}\s|^\s*\||^\s*(?:```|~~~)|^>|!?\[[^\]]*\]\(|^\s*-{3,}\s*$|\[\^/mu.test(text);
}
