import { type ReactElement, useEffect, useRef, useState } from 'react';

import { Button } from '../components/index.ts';
import { type Place, useDocument } from '../document/document-context.ts';
import type { LiveSession } from '../editor/live-session.ts';
import { pathsOf, type SectionId } from '../outline/part.ts';
import { isFilled, valueAt } from '../outline/record-value.ts';
import { SECTION_PARTS, STANDING_PATHS } from '../outline/section-parts.data.ts';
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
        {place === 'head' ? <HeadEditor /> : <PartEditors section={place} focus={focus} />}
        <AsideEditors place={place} />
      </div>
    </SessionProvider>
  );
}

interface PartEditorsProps {
  readonly section: SectionId;
  readonly focus: string | undefined;
}

/** Fields that the template asks for or that say something already; the others on demand. */
function PartEditors({ focus, section }: PartEditorsProps): ReactElement {
  const { asks, record } = useDocument();
  // Decided once, so that a field does not go while somebody empties it.
  const [needed] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        SECTION_PARTS[section]
          .flatMap(pathsOf)
          .filter((path) => asks.has(path) || path === focus || isFilled(valueAt(record, path))),
      ),
  );
  const [all, setAll] = useState(needed.size === 0);
  const isShown = (path: string): boolean => all || needed.has(path);
  const parts = SECTION_PARTS[section];
  const hidden = parts
    .flatMap(pathsOf)
    .filter((path) => !isShown(path) && !ALWAYS.has(path) && !STANDING_PATHS.has(path));
  return (
    <>
      {parts.map((part, index) => (
        <PartEditor key={index} part={part} section={section} isShown={isShown} />
      ))}
      {hidden.length > 0 && (
        <Button
          size="sm"
          variant="quiet"
          icon="chevron-down"
          className="section-editor__more"
          onClick={() => setAll(true)}
        >
          {hidden.length === 1 ? 'One more field' : `${String(hidden.length)} more fields`}
        </Button>
      )}
    </>
  );
}

/** Lists that their sections are about: shown in any case. */
const ALWAYS: ReadonlySet<string> = new Set(
  Object.values(SECTION_PARTS).flatMap((parts) => parts.flatMap((part) => (part.kind === 'view' ? pathsOf(part) : []))),
);

/** Ids of actions are seldom what one comes for. */
const FIELD = '.cm-content, input:not([type=checkbox], [data-path="actions.id"]), select';

/** A list that is still empty gets its first row at once: that is what one came for. */
function focusField(box: HTMLElement, path: string | undefined): void {
  const named = path === undefined ? null : box.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const field = (named ?? box).matches(FIELD) ? named : (named ?? box).querySelector<HTMLElement>(FIELD);
  if (field !== null) field.focus({ preventScroll: path === undefined });
  else named?.querySelector<HTMLElement>('.rows__add')?.click();
  if (path !== undefined) named?.scrollIntoView({ block: 'nearest' });
}
