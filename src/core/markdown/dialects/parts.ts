import { questionItem } from '../blocks/factors.ts';
import { list } from '../blocks/list.ts';
import type { Field } from '../blocks/fields.ts';
import { rows, type TableStyle } from '../blocks/table.ts';
import type { Block, SectionSpec, Findings, View } from '../spec.ts';
import { textAt } from '../spec.ts';

/** The head of a controlled document. */
export const controlFields: readonly Field[] = [
  { label: 'Project', path: 'document.project', prompt: '[Project]' },
  { label: 'Version', path: 'document.version', prompt: '[Version]' },
  { label: 'Date', path: 'document.date', prompt: 'YYYY-MM-DD' },
  { label: 'Author', path: 'document.author', prompt: '[Name]' },
  { label: 'Status', path: 'document.status', prompt: '[Draft]' },
  { label: 'Reviewers', path: 'document.reviewers', prompt: '[Names]' },
];

/** A part of a section that is absent as long as it has no content, even where prompts are shown. */
export function onlyFilled(block: Block): Block {
  return { ...block, render: (view) => block.render({ ...view, prompts: false }) };
}

/** The table of versions of a controlled document. */
export function historyTable(style: TableStyle): Block {
  return rows({
    path: 'document.history',
    required: 'version',
    style,
    columns: [
      { header: 'Version', key: 'version' },
      { header: 'Date', key: 'date' },
      { header: 'Author', key: 'author' },
      { header: 'Changes', key: 'changes' },
    ],
    examples: /^0\.1 Initial draft$/u,
  });
}

/** `Time (CET)`, or `Time` where the record states no zone. */
export function timeHeader(view: View): string {
  const zone = textAt(view, 'timelineZone');
  return zone === undefined ? 'Time' : `Time (${zone})`;
}

/** Reads the zone out of a heading as `Time (CET)` or `Timeline (UTC)`. */
export function zoneOfHeader(text: string, findings: Findings): void {
  const zone = /^(?:time|timeline|when)[^()]*\(([A-Za-z][\w/+:-]*(?:[ +-]\d[\d:]*)?)\)$/iu.exec(text.trim())?.[1];
  if (zone !== undefined && !/^detailed$/iu.test(zone)) findings.set('timelineZone', zone);
}

/** Changes near the first symptom, as evidence ranks them; a person decides, and then deletes the section. */
export const suspectsSection: SectionSpec = {
  id: 'suspects',
  depth: 3,
  title: 'Suspects',
  optional: true,
  blocks: [
    list({
      path: 'suspects',
      plain: true,
      label:
        'Which of these changes set it off, if any? They are ranked by time and by what the errors name, which is no proof.',
    }),
  ],
};

/** The team's own questions with their answers, where a template has no place of its own for them. */
const questionsSection: SectionSpec = {
  id: 'questions',
  depth: 2,
  title: 'Questions',
  aliases: ['Questions of the team', 'Team questions'],
  optional: true,
  blocks: [list({ path: 'questions', codec: questionItem([]) })],
};

/** Sections with a place for the team's questions before the actions; at the end of those without actions. */
export function withQuestions(sections: readonly SectionSpec[]): readonly SectionSpec[] {
  const at = sections.findIndex(({ id, depth }) => id === 'actions' && depth === 2);
  return sections.toSpliced(at === -1 ? sections.length : at, 0, questionsSection);
}
