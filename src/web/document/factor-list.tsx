import type { ReactElement } from 'react';

import type { Postmortem } from '#core/record';

import { Badge } from '../components/index.ts';
import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import { ActionLinks } from './action-links.tsx';
import { rowIdOf, useDocument } from './document-context.ts';

type Factor = NonNullable<Postmortem['factors']>[number];

/** Contributing factors, each with what answers it. */
export function FactorList(): ReactElement {
  const content = useDocument();
  return (
    <ol className="factors">
      {(content.record.factors ?? []).map((factor, index) => (
        <li key={index} id={`factor-${rowIdOf(content, 'factors', index)}`} className="factor">
          <FactorItem factor={factor} />
        </li>
      ))}
    </ol>
  );
}

function FactorItem({ factor }: { readonly factor: Factor }): ReactElement {
  return (
    <>
      <div className="factor__text">
        <InlineMarkdown text={factor.text} />
      </div>
      {(factor.category !== undefined || factor.severity !== undefined) && (
        <div className="factor__badges">
          {factor.category !== undefined && <Badge>{factor.category}</Badge>}
          {factor.severity !== undefined && <Badge tone="warning">{factor.severity}</Badge>}
        </div>
      )}
      {factor.details !== undefined && <Markdown text={factor.details} shift={3} />}
      <dl className="factor__answers">
        {factor.evidence !== undefined && (
          <div>
            <dt>Evidence</dt>
            <dd>
              <InlineMarkdown text={factor.evidence} />
            </dd>
          </div>
        )}
        {factor.actionRequired !== undefined && (
          <div>
            <dt>Action required</dt>
            <dd>
              <InlineMarkdown text={factor.actionRequired} />
            </dd>
          </div>
        )}
        {factor.answeredBy !== undefined && (
          <div>
            <dt>Answered by</dt>
            <dd>
              <ActionLinks names={factor.answeredBy} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
