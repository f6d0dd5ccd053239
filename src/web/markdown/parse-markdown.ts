import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const OPTIONS = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const MOST_KEPT = 400;
const kept = new Map<string, Root>();

/** The tree of a piece of Markdown. Trees of the last few hundred pieces are kept, so that showing them again is free. */
export function parseMarkdown(text: string): Root {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const tree = fromMarkdown(text, OPTIONS);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(text, tree);
  return tree;
}
