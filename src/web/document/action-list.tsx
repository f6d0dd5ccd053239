import type { ReactElement } from 'react';

import type { Postmortem } from '#core/record';

import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import { HORIZON_LABELS } from '../outline/horizon-labels.data.ts';
import { rowIdOf, useDocument } from './document-context.ts';

type Action = Postmortem['actions'][number];
type Indexed = readonly [index: number, action: Action];

const COLUMNS = [
  ['id', '#'],
  ['text', 'Action'],
  ['owner', 'Owner'],
  ['due', 'Due'],
  ['priority', 'Priority'],
  ['status', 'Status'],
  ['ticket', 'Ticket'],
  ['category', 'Category'],
  ['answers', 'Answers'],
] as const;

/** Actions as a table, in the groups of the document; a card each on a narrow screen. */
export function ActionList(): ReactElement {
  const { record } = useDocument();
  const groups = Map.groupBy(
    record.actions.map((action, index): Indexed => [index, action]),
    ([, action]) => groupOf(action),
  );
  const columns = COLUMNS.filter(
    ([key]) => key === 'text' || record.actions.some((action) => action[key] !== undefined),
  );
  return (
    <>
      {[...groups].map(([group, actions]) => (
        <div key={group} className="actions">
          {group !== '' && <h3 className="part__heading">{group}</h3>}
          <table className="table table--document table--cards">
            <caption className="visually-hidden">{group === '' ? 'Actions' : group}</caption>
            <thead>
              <tr>
                {columns.map(([key, label]) => (
                  <th key={key} scope="col" className={`action__${key}`}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {actions.map(([index, action]) => (
                <ActionRow key={index} index={index} action={action} columns={columns} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

function groupOf(action: Action): string {
  return action.group ?? (action.horizon === undefined ? '' : HORIZON_LABELS[action.horizon]);
}

interface ActionRowProps {
  readonly index: number;
  readonly action: Action;
  readonly columns: readonly (readonly [key: (typeof COLUMNS)[number][0], label: string])[];
}

function ActionRow({ index, action, columns }: ActionRowProps): ReactElement {
  const content = useDocument();
  return (
    <tr id={`action-${rowIdOf(content, 'actions', index)}`}>
      {columns.map(([key, label]) => (
        <td key={key} data-label={label} className={action[key] === undefined ? 'table__empty' : `action__${key}`}>
          {key === 'text' ? <ActionText action={action} /> : <InlineMarkdown text={action[key] ?? ''} />}
        </td>
      ))}
    </tr>
  );
}

function ActionText({ action }: { readonly action: Action }): ReactElement {
  return (
    <>
      <InlineMarkdown text={action.text} />
      {action.criterion !== undefined && (
        <div className="action__more">
          <span className="action__lead">Worked when:</span> <InlineMarkdown text={action.criterion} />
        </div>
      )}
      {action.details !== undefined && (
        <div className="action__more">
          <Markdown text={action.details} shift={3} />
        </div>
      )}
    </>
  );
}
