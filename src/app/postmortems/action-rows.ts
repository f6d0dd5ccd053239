import type { PostmortemContent } from '#app/context';
import type { RouteRequest } from '#contract/client';
import { toLine, toProse } from '#core/record';

import { indexOfRow, rowsOf, withRows } from './change-rows.ts';
import { proseOf, replace } from './event-rows.ts';

type NewAction = RouteRequest<'addAction'>['body'];
type ActionChange = RouteRequest<'updateAction'>['body'];

const LINES = ['owner', 'due', 'status', 'priority', 'ticket', 'category'] as const;

/** Content with an action item more, at the end. */
export function withAction(content: PostmortemContent, action: NewAction, id: string): PostmortemContent {
  return withRows(content, 'actions', [...rowsOf(content, 'actions'), { item: action, meta: { id } }]);
}

/** Content with an action item changed; null takes a value away. */
export function withActionChanged(content: PostmortemContent, id: string, change: ActionChange): PostmortemContent {
  const rows = rowsOf(content, 'actions');
  const index = indexOfRow(rows, 'actions', id);
  const row = rows[index];
  if (row === undefined) return content;
  const item = { ...row.item, ...(change.text !== undefined && { text: proseOf(change.text, 'text') }) };
  for (const key of LINES) {
    const value = change[key];
    replace(item, key, value === undefined ? undefined : (toLine(value ?? '') ?? null));
  }
  const { criterion } = change;
  replace(item, 'criterion', criterion === undefined ? undefined : (toProse(criterion ?? '') ?? null));
  return withRows(content, 'actions', rows.with(index, { ...row, item }));
}

/** Content without an action item. */
export function withoutAction(content: PostmortemContent, id: string): PostmortemContent {
  const rows = rowsOf(content, 'actions');
  return withRows(content, 'actions', rows.toSpliced(indexOfRow(rows, 'actions', id), 1));
}
