import type { ParsedDocument } from '../parse-postmortem.ts';
import { itemOf } from '../places/item-path.ts';
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

/** Keys whose text stands in a heading over several items. */
const SHARED = /\.(?:group|day|category|horizon|priority|status)$/u;

/** Places of the values of one item, without those that it has in common with its neighbours. */
export function ownSpans({ spans }: Scene, item: string): [string, Span][] {
  const all = [...spans].filter(([path]) => path === item || path.startsWith(`${item}.`));
  const shared = (path: string, span: Span): boolean =>
    SHARED.test(path) &&
    [...spans].some(([other, at]) => itemOf(other) !== item && SHARED.test(other) && at.start === span.start);
  return all.filter(([path, span]) => !shared(path, span));
}

/** What stands on a line before an offset. */
export function leadOf(source: string, at: number): string {
  return source.slice(lineStart(source, at), at);
}
