import type { SectionSpec, Findings, View } from '../spec.ts';
import { normaliseLabel, textAt } from '../spec.ts';
import { decodeLine, encodeLine } from '../text-codec.ts';
import { rows } from '../blocks/table.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { ungrouped } from '../dialects/horizons.ts';
import { suspectsSection, withQuestions } from '../dialects/parts.ts';
import { type BlockContext, compileBlock } from './compile-block.ts';
import { momentAt } from './field-type.ts';
import { linePattern } from './line-pattern.ts';
import type { OwnBlock, OwnDialect, OwnSection } from './own-dialect.ts';
import { SECTION_IDS } from './own-paths.data.ts';
import { literal, placeholdersIn } from './placeholders.ts';

/**
 * Makes a dialect of a team's own template, with everything that the five of the product have. Meant for one that
 * `checkOwnDialect` has nothing to say about; of any other, what cannot be read back stands under "Additional notes".
 */
export function compileDialect(own: OwnDialect): Dialect {
  const written = own.sections.map((section) => withSeverities(section, own.severities));
  const blocks = written.flatMap((section) => section.blocks);
  const context: BlockContext = { groups: groupsOf(blocks), moments: blocks.flatMap(momentsIn) };
  const ids = sectionIds(written);
  const sections = written.map((section, index) => compileSection(section, ids[index] ?? '', context));
  const titled = ids.includes('title') ? sections : [plainTitle, ...sections];
  return {
    id: own.id,
    label: own.label,
    zone: own.zone,
    folder: own.folder,
    fileName: own.fileName,
    incidentId: incidentIdOf(own.incidentId),
    sections: [
      ...(asks(blocks) ? titled : withQuestions(titled)),
      ...otherActions(context),
      ...(ids.includes('suspects') ? [] : [suspectsSection]),
    ],
    marks: marksOf(own.sections),
    titleForm: titleForm(own.sections),
    groups: context.groups,
    seed: {},
    durations: own.durations,
    questionsIn: askedIn(sections, written),
  };
}

/** The severities of the team as the prompt of their field. */
function withSeverities(section: OwnSection, severities: readonly string[]): OwnSection {
  if (severities.length === 0) return section;
  const prompt = `[${severities.join(' / ')}]`;
  const blocks = section.blocks.map((block) =>
    block.kind === 'fields'
      ? {
          ...block,
          fields: block.fields.map((field) => (field.path === 'severity.label' ? { prompt, ...field } : field)),
        }
      : block,
  );
  return { ...section, blocks };
}

function askedIn(sections: readonly SectionSpec[], written: readonly OwnSection[]): string {
  const at = written.findIndex(({ blocks }) => asks(blocks));
  return sections[at]?.id ?? 'questions';
}

function asks(blocks: readonly OwnBlock[]): boolean {
  return blocks.some((block) => 'path' in block && block.path === 'questions');
}

function groupsOf(blocks: readonly OwnBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'table' && block.horizon !== undefined ? [block.horizon] : []));
}

function momentsIn(block: OwnBlock): BlockContext['moments'] {
  return block.kind === 'fields' ? block.fields.flatMap(({ path }) => momentAt(path) ?? []) : [];
}

/** `INC-{year}-{n:4}`: four digits. */
function incidentIdOf(pattern: string): Dialect['incidentId'] {
  const digits = /\{n:(\d)\}/u.exec(pattern)?.[1];
  return { pattern: pattern.replace(/\{n:\d\}/u, '{n}'), digits: Number(digits ?? 3) };
}

/** True for the heading that states the title. */
function isTitleSection({ heading }: OwnSection): boolean {
  return placeholdersIn(heading).some(({ path }) => path === 'title');
}

/** Ids as stated, else as other templates call what the section holds, else out of the heading; each one once. */
function sectionIds(sections: readonly OwnSection[]): string[] {
  const taken = new Set<string>();
  return sections.map((section) => {
    const wanted = isTitleSection(section) ? 'title' : (section.id ?? idByContent(section) ?? slugOf(section.heading));
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${String(n)}`;
    taken.add(id);
    return id;
  });
}

function idByContent({ blocks }: OwnSection): string | undefined {
  const [first] = blocks.filter(({ kind }) => kind !== 'fixed');
  return first !== undefined && 'path' in first ? SECTION_IDS[first.path] : undefined;
}

function slugOf(heading: string): string {
  const words = normaliseLabel(heading).replaceAll(' ', '-');
  return words === '' || words === 'title' ? 'section' : words;
}

const plainTitle: SectionSpec = {
  id: 'title',
  depth: 1,
  title: (view) => encodedAt(view, 'title') ?? '[Title]',
  blocks: [],
  readHeading(text, findings) {
    setLine('title', text, findings);
  },
};

function compileSection(own: OwnSection, id: string, context: BlockContext): SectionSpec {
  const { depth, guidance, aliases, optional, ruled } = own;
  const placeholders = placeholdersIn(own.heading);
  return {
    id,
    depth,
    ...(placeholders.length === 0 ? { title: own.heading } : patternedHeading(own.heading)),
    aliases: [...aliases, ...(placeholders.length === 0 || id === 'title' ? [] : [bareHeading(own.heading)])],
    blocks: own.blocks.map((block) => compileBlock(block, context)),
    ...(guidance === undefined ? {} : { guidance }),
    ...(optional ? { optional } : {}),
    ...(ruled ? { ruled } : {}),
  };
}

/** A heading with values in it. Where one is absent, the title stands alone, and other headings without what is in parentheses. */
function patternedHeading(heading: string): Pick<SectionSpec, 'title' | 'readHeading'> {
  const pattern = linePattern(heading);
  const titled = pattern.paths.includes('title');
  const fallback = (view: View): string => {
    if (!titled) return bareHeading(heading);
    const title = encodedAt(view, 'title') ?? '[Title]';
    return pattern.print((path) => (path === 'title' ? title : undefined)) ?? title;
  };
  return {
    title: (view) => pattern.print((path) => encodedAt(view, path)) ?? fallback(view),
    readHeading(text, findings) {
      const values = pattern.read(text);
      if (values === undefined && titled) setLine('title', text, findings);
      for (const [path, raw] of values ?? []) setLine(path, raw, findings);
    },
  };
}

function encodedAt(view: View, path: string): string | undefined {
  const text = textAt(view, path);
  return text === undefined ? undefined : encodeLine(text);
}

function setLine(path: string, raw: string, findings: Findings): void {
  const { text, aside } = decodeLine(raw);
  findings.aside(aside);
  findings.set(path, text);
}

function bareHeading(heading: string): string {
  return heading.replaceAll(/\s*\(?\{\{[^{}]*\}\}\)?/gu, '').trim();
}

/** Actions that belong to none of the groups of a template. */
function otherActions({ groups }: BlockContext): SectionSpec[] {
  if (groups.length === 0) return [];
  return [
    {
      id: 'other-actions',
      depth: 2,
      title: 'Other actions',
      optional: true,
      blocks: [
        rows({
          path: 'actions',
          required: 'text',
          style: 'short',
          overflow: 'details',
          filter: ungrouped(groups),
          columns: [
            { header: 'Action', key: 'text', type: 'prose' },
            { header: 'Owner', key: 'owner' },
            { header: 'Due', key: 'due' },
            { header: 'Status', key: 'status' },
          ],
        }),
      ],
    },
  ];
}

/** The template's own headings and table heads; a document with many of them is written in it. */
function marksOf(sections: readonly OwnSection[]): string[] {
  const headings = sections.filter((section) => !isTitleSection(section)).map(({ heading }) => bareHeading(heading));
  const heads = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? [`columns:${block.columns.map(({ label }) => normaliseLabel(bareHeading(label))).join('|')}`]
        : [],
    ),
  );
  return [...new Set([...headings.map(normaliseLabel), ...heads])].filter((mark) => mark !== '');
}

/** The words around the title; a template whose title stands alone is recognised by the rest only. */
function titleForm(sections: readonly OwnSection[]): RegExp {
  const heading = sections.find(isTitleSection)?.heading ?? '';
  const [first] = placeholdersIn(heading);
  const before = first === undefined ? '' : heading.slice(0, first.index).trim();
  return before === '' ? /^(?!)/u : new RegExp(`^${literal(before)}`, 'iu');
}
