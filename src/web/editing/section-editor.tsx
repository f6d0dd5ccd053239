import { type ReactElement, useEffect, useRef } from 'react';

import type { Place } from '../document/document-context.ts';
import type { LiveSession } from '../editor/live-session.ts';
import { SECTION_PARTS } from '../outline/section-parts.data.ts';
import { AsideEditors } from './aside-editors.tsx';
import './editing.css';
import { SessionProvider } from './editing-context.ts';
import { HeadEditor } from './head-editor.tsx';
import { PartEditor } from './part-editor.tsx';

interface SectionEditorProps {
  readonly session: LiveSession;
  readonly place: Place;
  /** Path whose field gets the focus; the first one if absent. */
  readonly focus: string | undefined;
}

/** A section while it is edited. Others see that this person is in it. */
export function SectionEditor({ focus, place, session }: SectionEditorProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current !== null) focusField(box.current, focus);
  }, [focus]);
  return (
    <SessionProvider value={session}>
      <div ref={box} className="section-editor" onFocus={() => session.enter(place)} onBlur={() => session.enter(null)}>
        {place === 'head' ? (
          <HeadEditor />
        ) : (
          SECTION_PARTS[place].map((part, index) => <PartEditor key={index} part={part} section={place} />)
        )}
        <AsideEditors place={place} />
      </div>
    </SessionProvider>
  );
}

const FIELD = '.cm-content, input:not([type=checkbox]), select';

/** A list that is still empty gets its first row at once: that is what one came for. */
function focusField(box: HTMLElement, path: string | undefined): void {
  const named = path === undefined ? null : box.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const field = (named ?? box).matches(FIELD) ? named : (named ?? box).querySelector<HTMLElement>(FIELD);
  if (field !== null) field.focus({ preventScroll: path === undefined });
  else named?.querySelector<HTMLElement>('.rows__add')?.click();
  if (path !== undefined) named?.scrollIntoView({ block: 'nearest' });
}
