import type { ReactElement } from 'react';

import type { Postmortem } from '#core/record';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { ActionLinks } from './action-links.tsx';
import { rowIdOf, useDocument } from './document-context.ts';

type Why = NonNullable<Postmortem['whys']>[number];
type Children = ReadonlyMap<number | null, readonly (readonly [index: number, why: Why])[]>;

/** The five whys as the tree they are. A plain chain reads as numbered steps. */
export function WhyTree(): ReactElement {
  const { record } = useDocument();
  const children: Children = Map.groupBy(
    (record.whys ?? []).map((why, index) => [index, why] as const),
    ([, why]) => why.parent,
  );
  return <Branch parent={null} tree={children} depth={1} />;
}

interface BranchProps {
  readonly parent: number | null;
  readonly tree: Children;
  readonly depth: number;
}

function Branch({ parent, tree, depth }: BranchProps): ReactElement | null {
  const content = useDocument();
  const nodes = tree.get(parent);
  if (nodes === undefined) return null;
  // A single answer to a single question goes on below it without another step to the right.
  const single = nodes.length === 1;
  return (
    <ol className={single ? 'whys whys--single' : 'whys'}>
      {nodes.map(([index, why]) => (
        <li key={index} id={`why-${rowIdOf(content, 'whys', index)}`}>
          <WhyNode why={why} depth={depth} />
          <Branch parent={index} tree={tree} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
}

function WhyNode({ why, depth }: { readonly why: Why; readonly depth: number }): ReactElement {
  return (
    <div className="why">
      <span className="why__depth" aria-hidden="true">
        {depth}
      </span>
      <div>
        {why.question !== undefined && (
          <p className="why__question">
            <InlineMarkdown text={why.question} />
          </p>
        )}
        {why.answer !== undefined && (
          <div className="why__answer">
            <InlineMarkdown text={why.answer} />
          </div>
        )}
        {why.evidence !== undefined && (
          <p className="why__more">
            Evidence: <InlineMarkdown text={why.evidence} />
          </p>
        )}
        {why.actions !== undefined && (
          <p className="why__more">
            Leads to: <ActionLinks names={why.actions} />
          </p>
        )}
      </div>
    </div>
  );
}
