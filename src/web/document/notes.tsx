import type { ReactElement } from 'react';

import { Markdown } from '../markdown/markdown.tsx';
import { notesOf } from '../outline/arrange-sections.ts';
import { unknownFields } from '../outline/unknown-fields.ts';
import { useDocument } from './document-context.ts';

/** Whatever the document has and no section shows: text without a place, and what the template brought along. */
export function Notes(): ReactElement {
  const { record } = useDocument();
  const { frontMatter, guidance = [], headings = [] } = record;
  const unknown = unknownFields(record);
  return (
    <>
      {notesOf(record).map((markdown, index) => (
        <div key={index} className="part">
          <Markdown text={markdown} />
        </div>
      ))}
      {Object.keys(unknown).length > 0 && (
        <Folded title="Fields that this page does not know">{JSON.stringify(unknown, null, 2)}</Folded>
      )}
      {frontMatter !== undefined && <Folded title="Front matter">{frontMatter}</Folded>}
      {headings.length > 0 && (
        <Folded title="Headings as the document words them">
          {headings.map(({ section, text }) => `${section}: ${text}`).join('\n')}
        </Folded>
      )}
      {guidance.length > 0 && (
        <Folded title="Guidance that the template brought along">
          {guidance.map(({ markdown }) => markdown).join('\n\n')}
        </Folded>
      )}
    </>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: string }): ReactElement {
  return (
    <details className="folded">
      <summary>{title}</summary>
      <pre className="md-code">{children}</pre>
    </details>
  );
}
