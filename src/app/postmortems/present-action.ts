import type { RouteAnswer } from '#contract/client';
import type { ActionRow } from '#store/postmortems';

/** An action item with the post-mortem it belongs to, as the contract shows it. */
export type ActionSummary = RouteAnswer<'listActions'>['items'][number];

/** A stored action item as the contract shows it. */
export function presentAction(row: ActionRow): ActionSummary {
  return {
    rowId: row.row_id,
    postmortemId: row.postmortem_id,
    postmortemTitle: row.postmortem_title,
    text: row.text,
    owner: row.owner,
    due: row.due,
    dueOn: row.due_on,
    state: row.state as ActionSummary['state'],
    priority: row.priority,
  };
}
