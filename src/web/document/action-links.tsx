import { Fragment, type ReactElement } from 'react';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { rowIdOf, useDocument } from './document-context.ts';

/** Names of actions, linked to them where they are in this document. */
export function ActionLinks({ names }: { readonly names: string }): ReactElement {
  const content = useDocument();
  const { actions } = content.record;
  const parts = names.split(/(\s*[,;]\s*)/u);
  const anchorOf = (name: string): string | undefined => {
    const index = actions.findIndex(({ id, ticket }) => name !== '' && (id === name || ticket === name));
    return index === -1 ? undefined : `#action-${rowIdOf(content, 'actions', index)}`;
  };
  return (
    <>
      {parts.map((part, index) => {
        const anchor = anchorOf(part.trim());
        return (
          <Fragment key={index}>
            {anchor === undefined ? <InlineMarkdown text={part} /> : <a href={anchor}>{part}</a>}
          </Fragment>
        );
      })}
    </>
  );
}
