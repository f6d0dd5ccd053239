import type { Postmortem } from '#core/record';

import type { Dialect } from './dialects/dialect.ts';
import { processGuidance, sectionGuidance } from './process-guidance.ts';
import { getAt } from './record-path.ts';
import type { SectionSpec, View } from './spec.ts';

/** What is drawn, and how. */
interface Drawing {
  readonly record: Postmortem;
  readonly dialect: Dialect;
  readonly options: { readonly prompts?: boolean; readonly guidance?: boolean };
  /** Fields and lists that stand elsewhere. */
  readonly elsewhere: ReadonlySet<string>;
}

interface DrawnSection {
  readonly spec: SectionSpec;
  readonly body: readonly string[];
}

/** Draws the sections of a dialect from a record, without "Additional notes". No line break at its end. */
export function drawDocument(drawing: Drawing): string {
  const view = viewOf(drawing);
  const drawn = drawing.dialect.sections.map((spec): DrawnSection => ({ spec, body: bodyOf(spec, view, drawing) }));
  const shown = drawn.filter((section, index) => isShown(section, drawn.slice(index + 1), drawing));
  const front = view.get('frontMatter');
  const parts = shown.map((section, index) => drawSection(section, { view, first: index === 0 }));
  return [
    ...(typeof front === 'string' ? [front] : []),
    ...guidanceOf(undefined, view),
    ...extrasAfter(undefined, view),
    ...parts,
  ].join('\n\n');
}

function viewOf({ record, options, elsewhere }: Drawing): View {
  return {
    prompts: options.prompts === true,
    hides: (path) => elsewhere.has(path),
    get: (path) => (elsewhere.has(path) ? undefined : withPositions(path, getAt(record, path))),
  };
}

/** Whys are numbered in their table; the number is where they stand. */
function withPositions(path: string, value: unknown): unknown {
  if (path !== 'whys' || !Array.isArray(value)) return value;
  return value.map((why: object, index) => ({ ...why, position: index + 1 }));
}

function bodyOf(spec: SectionSpec, view: View, { options, dialect }: Drawing): string[] {
  const introduction = view.get(`introductions.${spec.id}`);
  const remarks = view.get(`remarks.${spec.id}`);
  const optional = spec.optional === true ? { ...view, prompts: false } : view;
  return [
    ...(options.guidance === true ? guidanceFor(spec, dialect) : []),
    ...guidanceOf(spec.id, view),
    ...(typeof introduction === 'string' ? [introduction] : []),
    ...spec.blocks.flatMap((block) => block.render(optional) ?? []),
    ...(typeof remarks === 'string' ? [remarks] : []),
    ...extrasAfter(spec.id, view),
  ];
}

/** What a new document says to the people who fill it in. */
function guidanceFor(spec: SectionSpec, dialect: Dialect): string[] {
  const own = sectionGuidance(spec, dialect);
  const process = spec.id === 'title' ? processGuidance(dialect) : undefined;
  return [own, process].filter((comment) => comment !== undefined);
}

function guidanceOf(section: string | undefined, view: View): string[] {
  const entries = view.get('guidance');
  if (!Array.isArray(entries)) return [];
  return (entries as { after?: string; kind: string; markdown: string }[])
    .filter((entry) => entry.after === section && entry.kind !== 'prompt' && entry.kind !== 'boilerplate')
    .map((entry) => entry.markdown);
}

/** Sections that no field stands for, behind the section they followed. */
function extrasAfter(section: string | undefined, view: View): string[] {
  const entries = view.get('unmapped');
  if (!Array.isArray(entries)) return [];
  return (entries as { after?: string; markdown: string }[])
    .filter((entry) => entry.after === section)
    .map((entry) => entry.markdown);
}

/** A section shows if it has content, or if a section below it has. The title always shows. */
function isShown(section: DrawnSection, following: readonly DrawnSection[], { options }: Drawing): boolean {
  const { spec, body } = section;
  if (body.length > 0 || spec.id === 'title') return true;
  if (spec.optional !== true && options.prompts === true) return true;
  const end = following.findIndex((next) => next.spec.depth <= spec.depth);
  const below = end === -1 ? following : following.slice(0, end);
  return below.some((child) => child.body.length > 0 && (child.spec.optional !== true || child.body.length > 0));
}

function drawSection({ spec, body }: DrawnSection, { view, first }: { view: View; first: boolean }): string {
  const title = typeof spec.title === 'string' ? spec.title : spec.title(view);
  const heading = `${'#'.repeat(spec.depth)} ${title}`;
  const rule = (spec.ruled === true || (spec.id === 'title' && !first)) && !first ? '---\n\n' : '';
  const [opening, ...rest] = body;
  if (opening === undefined) return rule + heading;
  return [`${rule}${heading}${spec.tight === true ? '\n' : '\n\n'}${opening}`, ...rest].join('\n\n');
}
