import { memo, type ReactNode, useId } from 'react';

import './markdown.css';
import { parseMarkdown } from './parse-markdown.ts';
import { type RenderContext, renderContext } from './render-context.ts';
import { renderAll } from './render-markdown.tsx';

/**
 * Markdown as elements: GitHub's flavour, nothing of it ever interpreted as HTML, images only from this application.
 * `shift` moves headings down, so that they fit below the heading of the section they stand in.
 */
export const Markdown = memo(function Markdown({
  shift = 2,
  text,
}: {
  readonly text: string;
  readonly shift?: number;
}) {
  const prefix = useId();
  const tree = parseMarkdown(text);
  const context = renderContext(tree, { shift, prefix, origin: ownOrigin() });
  return (
    <div className="md">
      {renderAll(tree.children, context)}
      <Footnotes context={context} />
    </div>
  );
});

/** Markdown inside a line: a single paragraph loses its own block; anything longer stays as it is. */
export const InlineMarkdown = memo(function InlineMarkdown({ text }: { readonly text: string }) {
  const prefix = useId();
  // Most cells are plain words: no need to bring the parser in.
  if (!/[\n*_`[\]<>&\\~|#!@:/]|www\.|^\s*(?:[-+]|\d+[.)])\s/u.test(text)) return text;
  const tree = parseMarkdown(text);
  const context = renderContext(tree, { shift: 3, prefix, origin: ownOrigin() });
  const [only, ...more] = tree.children;
  if (only?.type === 'paragraph' && more.length === 0) return <>{renderAll(only.children, context)}</>;
  return (
    <div className="md md-tight">
      {renderAll(tree.children, context)}
      <Footnotes context={context} />
    </div>
  );
});

function Footnotes({ context }: { readonly context: RenderContext }): ReactNode {
  if (context.footnotes.length === 0) return null;
  return (
    <ol className="md-footnotes">
      {context.footnotes.map((note, index) => (
        <li key={note.identifier} id={`${context.prefix}-note-${String(index + 1)}`}>
          {renderAll(note.children, context)}
        </li>
      ))}
    </ol>
  );
}

function ownOrigin(): string {
  return typeof location === 'undefined' ? '' : location.origin;
}
