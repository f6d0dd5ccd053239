import { memo, type MouseEvent, type ReactElement, type ReactNode } from 'react';

import { classNames, copyText, IconButton, showToast } from '../components/index.ts';
import { Markdown } from '../markdown/markdown.tsx';
import type { ArrangedSection, Aside } from '../outline/arrange-sections.ts';
import { type Place, useDocument } from './document-context.ts';
import { ReadingPart } from './reading-part.tsx';

/** Sections whose content needs the whole width; the others keep a measure that is good to read. */
const WIDE: ReadonlySet<string> = new Set(['timeline', 'actions', 'evidence', 'went']);

interface DocumentSectionProps {
  readonly section: ArrangedSection;
  /** Takes the place of the parts while the section is edited. */
  readonly editor?: ReactNode;
  /** Findings about this section. */
  readonly margin?: ReactNode;
  /** Others who are in this section now. */
  readonly presence?: ReactNode;
}

/** One section of a document: heading with its link, content, findings in the margin. */
export const DocumentSection = memo(function DocumentSection(props: DocumentSectionProps): ReactElement {
  const { editor, margin, presence, section } = props;
  const { edit, editing } = useDocument();
  const headingId = `${section.id}-heading`;
  const onPoint = (event: MouseEvent): void => {
    const enough = event.detail === 2 || (editing && getSelection()?.isCollapsed !== false);
    if (edit !== undefined && editor === undefined && enough && isPlainText(event.target)) edit(section.id);
  };
  return (
    <section
      id={section.id}
      className={classNames(
        'section',
        WIDE.has(section.id) && 'section--wide',
        editor !== undefined && 'section--editing',
      )}
      aria-labelledby={headingId}
    >
      <header className="section__head">
        <h2 id={headingId}>{section.title}</h2>
        <SectionTools place={section.id} title={section.title} editing={editor !== undefined} />
        {presence}
      </header>
      {margin !== undefined && <aside className="section__margin">{margin}</aside>}
      {/* Pointing at it is a shortcut: the button in the heading does the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above */}
      <div className="section__body" onClick={onPoint}>
        {editor === undefined && <Asides asides={section.asides} place="before" />}
        {editor ?? section.parts.map((part, index) => <ReadingPart key={index} part={part} section={section.id} />)}
        {editor === undefined && <Asides asides={section.id === 'notes' ? [] : section.asides} place="after" />}
      </div>
    </section>
  );
});

/** Verbatim text of the document around the fields of a section. */
export function Asides({
  asides,
  place,
}: {
  readonly asides: readonly Aside[];
  readonly place: Aside['place'];
}): ReactElement {
  return (
    <>
      {asides
        .filter((aside) => aside.place === place)
        .map((aside, index) => (
          <div key={index} className="part part--aside">
            <Markdown text={aside.markdown} shift={1} />
          </div>
        ))}
    </>
  );
}

interface SectionToolsProps {
  readonly place: Place;
  readonly title: string;
  readonly editing: boolean;
}

/** What can be done with a section: take its link, edit it. */
export function SectionTools({ editing, place, title }: SectionToolsProps): ReactElement {
  const { edit } = useDocument();
  const copyLink = async (): Promise<void> => {
    const address = new URL(location.href);
    address.hash = place === 'head' ? '' : place;
    await copyText(address.href);
    showToast({ text: `Link to “${title}” copied.` });
  };
  return (
    <span className="section__tools no-print">
      <IconButton icon="link" size="sm" label={`Copy link to “${title}”`} onClick={copyLink} />
      {edit !== undefined && !editing && (
        <IconButton icon="edit" size="sm" label={`Edit “${title}”`} onClick={() => edit(place)} />
      )}
    </span>
  );
}

function isPlainText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, summary, [role="button"], .timeline') === null;
}
