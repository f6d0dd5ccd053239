import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { ActionSummary } from './api.ts';
import { Badge, type Tone } from './components.ts';
import './action-rows.css';

const STATES: Readonly<Record<ActionSummary['state'], readonly [label: string, tone: Tone]>> = {
  open: ['Open', 'warning'],
  'in-progress': ['In progress', 'accent'],
  done: ['Done', 'success'],
  verified: ['Verified', 'success'],
  effective: ['Effective', 'success'],
  'wont-do': ["Won't do", 'neutral'],
  unknown: ['As written', 'neutral'],
};

/** Action items, each with a link to its place in its post-mortem. */
export function ActionRows({ actions }: { readonly actions: readonly ActionSummary[] }): ReactElement {
  return (
    <ul className="action-rows">
      {actions.map((action) => (
        <ActionRow key={`${action.postmortemId} ${action.rowId}`} action={action} />
      ))}
    </ul>
  );
}

function ActionRow({ action }: { readonly action: ActionSummary }): ReactElement {
  const { postmortemId, postmortemTitle, rowId, text, owner, due, state, priority } = action;
  const [label, tone] = STATES[state];
  return (
    <li className="action-row">
      <span className="action-row__state">
        <Badge tone={tone}>{label}</Badge>
      </span>
      <span className="action-row__text">
        <Link to="/postmortems/$id" params={{ id: postmortemId }} hash={`action-${rowId}`} data-row-link>
          {text}
        </Link>
      </span>
      <span className="action-row__from">{postmortemTitle}</span>
      <span className="action-row__owner">{owner}</span>
      <span className="action-row__due">{due}</span>
      <span className="action-row__priority">{priority}</span>
    </li>
  );
}
