import { NOTES_TITLE } from './additional-notes.ts';
import type { Dialect } from './dialects/dialect.ts';
import type { Chunk, DocumentTree } from './document-tree.ts';
import { normaliseLabel } from './spec.ts';

/** Least share of a document's headings that a dialect has, if the title is written as the dialect writes it. */
const LEAST_WITH_TITLE = 0.5;
/** The same, if only marks tell; and the least share of the marks. */
const LEAST_WITH_MARKS = 0.4;
const LEAST_MARKS = 0.34;

/** Dialects whose score is this close to the best may be it as well. */
const CLOSE = 0.1;

/**
 * The dialects a document may be written in, best first: its title has the dialect's form, or several of the marks are
 * there that only this dialect has; and most headings are the dialect's own. A document may leave any section out, so
 * what is missing does not count; a short one may be written in several. None means: in none of ours.
 */
export function recogniseDialects(tree: DocumentTree, dialects: readonly Dialect[]): Dialect[] {
  const end = tree.chunks.findIndex((chunk) => chunk.kind === 'heading' && chunk.text === NOTES_TITLE);
  const chunks = end === -1 ? tree.chunks : tree.chunks.slice(0, end);
  const headings = chunks.filter((chunk) => chunk.kind === 'heading');
  const names = new Set(chunks.flatMap((chunk) => namesIn(chunk)));
  const scored = dialects
    .map((dialect) => ({ dialect, score: scoreOf(dialect, headings, names) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= best - CLOSE)
    .toSorted((a, b) => b.score - a.score)
    .map(({ dialect }) => dialect);
}

/** What may be a mark: headings, labels (also as `label:…`), first cells of rows, heads of tables (`columns:a|b`). */
function namesIn(chunk: Chunk): string[] {
  if (chunk.kind === 'heading') return [normaliseLabel(chunk.text ?? '')];
  if (chunk.kind === 'label')
    return [normaliseLabel(chunk.label?.text ?? '')].flatMap((name) => [name, `label:${name}`]);
  if (chunk.kind === 'list')
    return (chunk.items ?? []).map((item) => normaliseLabel(/^\*\*([^*\n]+?):?\*\*/u.exec(item.text)?.[1] ?? ''));
  if (chunk.kind === 'table') {
    const columns = (chunk.rows?.[0] ?? []).map((cell) => normaliseLabel(cell.raw)).join('|');
    return [`columns:${columns}`, ...(chunk.rows ?? []).map((row) => normaliseLabel(row[0]?.raw ?? ''))];
  }
  return [];
}

interface KnownTitles {
  /** `2 1. Executive Summary`: depth and heading as the template has it. */
  readonly exact: ReadonlySet<string>;
  /** `2 executive summary`. */
  readonly normal: ReadonlySet<string>;
}

const knownTitles = new WeakMap<Dialect, KnownTitles>();

function titlesOf(dialect: Dialect): KnownTitles {
  const known = knownTitles.get(dialect) ?? titlesIn(dialect);
  knownTitles.set(dialect, known);
  return known;
}

function titlesIn({ sections }: Dialect): KnownTitles {
  const all = sections
    .filter((spec) => spec.depth > 1)
    .flatMap((spec) =>
      [...(typeof spec.title === 'string' ? [spec.title] : []), ...(spec.aliases ?? [])].map((title) => ({
        depth: String(spec.depth),
        title,
      })),
    );
  return {
    exact: new Set(all.map(({ depth, title }) => `${depth} ${title}`)),
    normal: new Set(all.map(({ depth, title }) => `${depth} ${normaliseLabel(title)}`)),
  };
}

function scoreOf(dialect: Dialect, headings: readonly Chunk[], names: ReadonlySet<string>): number {
  const { marks, titleForm } = dialect;
  const share = marks.filter((mark) => names.has(mark)).length / Math.max(1, marks.length);
  const titled = headings.some((heading) => heading.depth === 1 && titleForm.test(heading.text ?? ''));
  const own = ownShare(dialect, headings);
  const accepted = (titled && own >= LEAST_WITH_TITLE) || (share >= LEAST_MARKS && own >= LEAST_WITH_MARKS);
  return accepted ? own + share : 0;
}

/** Share of the headings below the title that are the dialect's; one in other spelling counts a little less. */
function ownShare(dialect: Dialect, headings: readonly Chunk[]): number {
  const titles = titlesOf(dialect);
  const below = headings.filter((heading) => (heading.depth ?? 1) > 1);
  const points = below.map((heading) => {
    const depth = String(heading.depth);
    if (titles.exact.has(`${depth} ${heading.text ?? ''}`)) return 1;
    return titles.normal.has(`${depth} ${normaliseLabel(heading.text ?? '')}`) ? 0.8 : 0;
  });
  return points.reduce<number>((sum, point) => sum + point, 0) / Math.max(1, below.length);
}
