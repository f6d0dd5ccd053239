import type { ReactElement } from 'react';

import { PartHeading } from '../document/part-heading.tsx';
import { ReadingPart } from '../document/reading-part.tsx';
import { useDocument } from '../document/document-context.ts';
import { TimelineEditing } from '../timeline/timeline-editing.tsx';
import type { Part, PartView, SectionId } from '../outline/part.ts';
import { STANDING_PATHS } from '../outline/section-parts.data.ts';
import { ActionsEditor } from './actions-editor.tsx';
import { DurationsEditor } from './durations-editor.tsx';
import { useSessionHere } from './editing-context.ts';
import { EntriesEditor } from './entries-editor.tsx';
import { FactorsEditor } from './factors-editor.tsx';
import { LessonsEditor } from './lessons-editor.tsx';
import { LineField } from './line-field.tsx';
import { PeriodsEditor } from './periods-editor.tsx';
import { TableEditor } from './table-editor.tsx';
import { TextField } from './text-field.tsx';
import { WhysEditor } from './whys-editor.tsx';

const VIEWS: Readonly<Record<Exclude<PartView, 'evidence' | 'notes'>, () => ReactElement | null>> = {
  actions: ActionsEditor,
  durations: DurationsEditor,
  factors: FactorsEditor,
  lessons: LessonsEditor,
  periods: PeriodsEditor,
  timeline: TimelineEditor,
  whys: WhysEditor,
};

interface PartEditorProps {
  readonly part: Part;
  readonly section: SectionId;
  readonly isShown: (path: string) => boolean;
}

/** One part of a section, to edit. What belongs to the standing of the post-mortem, and evidence, stay as they are. */
export function PartEditor({ isShown, part, section }: PartEditorProps): ReactElement | null {
  if (part.kind === 'facts') return <FactFields facts={part.facts.filter(({ path }) => isShown(path))} />;
  if (part.kind === 'view') {
    if (part.view === 'evidence' || part.view === 'notes') return <ReadingPart part={part} section={section} />;
    const View = VIEWS[part.view];
    return (
      <div className="part">
        <View />
      </div>
    );
  }
  if (part.kind === 'checks' || STANDING_PATHS.has(part.path)) return <ReadingPart part={part} section={section} />;
  if (!isShown(part.path)) return null;
  return (
    <div className="part">
      <PartHeading label={part.label} />
      <ListedEditor part={part} />
    </div>
  );
}

type ListedPart = Extract<Part, { readonly kind: 'text' | 'entries' | 'table' }>;

function ListedEditor({ part }: { readonly part: ListedPart }): ReactElement {
  const label = part.label ?? 'Summary';
  if (part.kind === 'text') return <TextField path={part.path} label={label} prompt={part.prompt} />;
  if (part.kind === 'entries') return <EntriesEditor list={part.path} label={label} prompt={part.prompt} />;
  return <TableEditor part={part} />;
}

type Facts = Extract<Part, { readonly kind: 'facts' }>['facts'];

function FactFields({ facts }: { readonly facts: Facts }): ReactElement | null {
  const open = facts.filter(({ path }) => !STANDING_PATHS.has(path));
  if (open.length === 0) return null;
  return (
    <div className="part field-grid">
      {open.map(({ example, label, path }) => (
        <LineField key={path} path={path} label={label} example={example} />
      ))}
    </div>
  );
}

function TimelineEditor(): ReactElement {
  const session = useSessionHere();
  const { zone } = useDocument();
  return <TimelineEditing session={session} zone={zone} />;
}
