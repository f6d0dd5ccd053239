import type { DocumentTree } from './document-tree.ts';
import { DIALECT_IDS, type DialectId } from './dialects/dialect.ts';
import { dialects } from './dialects/index.ts';
import { isTitle } from './read-sections.ts';
import { normaliseLabel } from './spec.ts';

/**
 * The dialect whose headings and marks a document has most of; `foreign` where it has less than half of any dialect's. Ties go to the first dialect in order, so that the answer is always the same.
 */
export function recogniseDialect(tree: DocumentTree): DialectId | 'foreign' {
  const seen = new Set(tree.chunks.flatMap((chunk) => namesIn(chunk)));
  let best: { id: DialectId | 'foreign'; score: number } = { id: 'foreign', score: 0.45 };
  for (const id of DIALECT_IDS) {
    const score = scoreOf(id, seen);
    if (score > best.score) best = { id, score };
  }
  return best.id;
}

function namesIn(chunk: DocumentTree['chunks'][number]): string[] {
  if (chunk.kind === 'heading') return [normaliseLabel(chunk.text ?? ''), ...(isTitle(chunk.text ?? '') ? ['#title'] : [])];
  if (chunk.kind === 'label') return [normaliseLabel(chunk.label?.text ?? '')].flatMap((name) => [name, `label:${name}`]);
  if (chunk.kind === 'list') return (chunk.items ?? []).map((item) => normaliseLabel(/^\*\*([^*\n]+?):?\*\*/u.exec(item.text)?.[1] ?? ''));
  if (chunk.kind === 'table') return (chunk.rows ?? []).map((row) => normaliseLabel(row[0]?.raw ?? ''));
  return [];
}

const titlesOf = new Map(
  DIALECT_IDS.map((id) => {
    const titles = dialects[id].sections.flatMap((spec) => (typeof spec.title === 'string' && spec.depth > 1 ? [normaliseLabel(spec.title)] : []));
    return [id, titles] as const;
  }),
);

/** Share of the marks that are there; a document may leave sections out, so the marks count more than all headings. */
function scoreOf(id: DialectId, seen: ReadonlySet<string>): number {
  const dialect = dialects[id];
  const titles = titlesOf.get(id) ?? [];
  const share = (names: readonly string[]): number => names.filter((name) => seen.has(name)).length / Math.max(1, names.length);
  return 0.6 * share(dialect.marks) + 0.4 * share(titles);
}
