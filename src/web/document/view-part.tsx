import type { ReactElement } from 'react';

import { isPartFilled } from '../outline/arrange-sections.ts';
import type { Part, PartView, SectionId } from '../outline/part.ts';
import { ActionList } from './action-list.tsx';
import { useDocument } from './document-context.ts';
import { Durations } from './durations.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FactorList } from './factor-list.tsx';
import { ImpactPeriods } from './impact-periods.tsx';
import { LessonColumns } from './lesson-columns.tsx';
import { Notes } from './notes.tsx';
import { Prompt } from './prompt.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { WhyTree } from './why-tree.tsx';

const VIEWS: Readonly<Record<PartView, () => ReactElement | null>> = {
  actions: ActionList,
  durations: Durations,
  evidence: EvidenceList,
  factors: FactorList,
  lessons: LessonColumns,
  notes: Notes,
  periods: ImpactPeriods,
  timeline: TimelineSection,
  whys: WhyTree,
};

const PROMPTS: Readonly<Partial<Record<PartView, string>>> = {
  actions: 'Add an action: what changes, who does it, and by when.',
  factors: 'Add a contributing factor: what made it possible, or worse.',
  timeline: 'Add the first event, as “12:05 rolled back api”.',
  whys: 'Ask the first why.',
  periods: 'Say from when to when customers felt it.',
};

interface ViewPartProps {
  readonly part: Extract<Part, { readonly kind: 'view' }>;
  readonly section: SectionId;
}

/** A part with a view of its own. */
export function ViewPart({ part, section }: ViewPartProps): ReactElement | null {
  const { asks, record } = useDocument();
  const View = VIEWS[part.view];
  if (isPartFilled(record, part) || part.view === 'durations')
    return (
      <div className={`part part--${part.view}`}>
        <View />
      </div>
    );
  if (part.view === 'lessons') return <LessonPrompts section={section} />;
  const text = PROMPTS[part.view];
  const [path = ''] = part.paths;
  return text !== undefined && (asks.has(path) || part.view === 'periods') ? (
    <Prompt section={section} path={path} text={text} />
  ) : null;
}

function LessonPrompts({ section }: { readonly section: SectionId }): ReactElement {
  const { asks } = useDocument();
  return (
    <div className="part">
      <Prompt section={section} path="wentWell" text="Say what went well." />
      <Prompt section={section} path="wentPoorly" text="Say what went poorly: in the system and the process." />
      {asks.has('lucky') && <Prompt section={section} path="lucky" text="Say where you were lucky." />}
    </div>
  );
}
