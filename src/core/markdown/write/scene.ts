import type { ParsedDocument } from '../parse-postmortem.ts';
import { blocksAround, type SourceBlock } from '../places/source-blocks.ts';
import { placesIn } from '../places/value-places.ts';
import type { Span } from '../span.ts';
import { lineStart } from './source-lines.ts';

/** A document that is being changed, with everything that is known of its places. */
export interface Scene {
  readonly document: ParsedDocument;
  readonly source: string;
  readonly spans: ReadonlyMap<string, Span>;
  readonly blocks: readonly SourceBlock[];
}

/** Looks at a document in order to change it. */
export function sceneOf(document: ParsedDocument): Scene {
  return { document, source: document.source, ...placesIn(document) };
}

/** The smallest piece of one of these kinds around an offset. */
export function blockAt({ blocks }: Scene, at: number, kinds: readonly SourceBlock['kind'][]): SourceBlock | undefined {
  return blocksAround(blocks, { start: at, end: at }).find(({ kind }) => kinds.includes(kind));
}

/** Keys whose text may stand in a heading over the items. */
const ABOVE = /\.(?:group|day|category|horizon|priority|status)$/u;

/** Places of the values of one item, without those that stand in a heading above it. */
export function ownSpans(scene: Scene, item: string): [string, Span][] {
  const all = [...scene.spans].filter(([path]) => path === item || path.startsWith(`${item}.`));
  const [, main] = all.find(([path]) => !ABOVE.test(path)) ?? [];
  const piece = main && blockAt(scene, main.start, ['row', 'item', 'heading', 'paragraph']);
  const isAbove = (path: string, span: Span): boolean =>
    ABOVE.test(path) && piece !== undefined && (span.end <= piece.start || span.start >= piece.end);
  return all.filter(([path, span]) => !isAbove(path, span));
}

/** What stands on a line before an offset. */
export function leadOf(source: string, at: number): string {
  return source.slice(lineStart(source, at), at);
}
