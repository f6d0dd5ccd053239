import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What the rendering of a piece of Markdown needs to know beside each node. */
export interface RenderContext {
  /** Levels to add to every heading, so that the page keeps one outline. */
  readonly shift: number;
  /** Makes ids of this piece unique in the page. */
  readonly prefix: string;
  readonly origin: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: readonly FootnoteDefinition[];
}

/** Collects what nodes refer to by name. */
export function renderContext(root: Root, place: Pick<RenderContext, 'shift' | 'prefix' | 'origin'>): RenderContext {
  const definitions = new Map<string, Definition>();
  const footnotes: FootnoteDefinition[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') footnotes.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { ...place, definitions, footnotes };
}
