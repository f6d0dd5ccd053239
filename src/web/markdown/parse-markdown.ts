import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const OPTIONS = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const MOST_KEPT = 400;
const kept = new Map<string, Root>();
/** More quotes and lists inside each other than anybody writes; the parser would need minutes for thousands of them. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){33}/mu;
/** Longer pieces are shown as they are written: the page must not stand still for them. */
const LONGEST = 300_000;

/** The tree of a piece of Markdown. Trees of the last few hundred pieces are kept, so that showing them again is free. */
export function parseMarkdown(text: string): Root {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const tree = text.length > LONGEST || TOO_DEEP.test(text) ? asWritten(text) : fromMarkdown(text, OPTIONS);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(text, tree);
  return tree;
}

function asWritten(text: string): Root {
  return { type: 'root', children: [{ type: 'code', value: text }] };
}
