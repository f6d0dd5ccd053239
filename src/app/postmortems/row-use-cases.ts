import type { UseCases } from '#app/context';

import { withAction, withActionChanged, withoutAction } from './action-rows.ts';
import { changeContent } from './change-content.ts';
import { shortId } from './clean-content.ts';
import { withEvent, withEventChanged, withoutEvent } from './event-rows.ts';

/** Events and action items, one by one. People who have the document open see every change at once. */
export const rowUseCases: UseCases<
  'addEvent' | 'updateEvent' | 'deleteEvent' | 'addAction' | 'updateAction' | 'deleteAction'
> = {
  async addEvent(context, actor, { path, body, ifMatch }) {
    const rowId = shortId(context.newId);
    const revision = await changeContent(context, actor, {
      id: path.postmortemId,
      ifMatch,
      change: (content) => withEvent(content, body, rowId),
    });
    return { rowId, revision };
  },

  async updateEvent(context, actor, { path, body, ifMatch }) {
    const { postmortemId: id, rowId } = path;
    const change = { id, ifMatch, change: withChange(rowId, body, withEventChanged) };
    return { rowId, revision: await changeContent(context, actor, change) };
  },

  async deleteEvent(context, actor, { path, ifMatch }) {
    const { postmortemId: id, rowId } = path;
    await changeContent(context, actor, { id, ifMatch, change: (content) => withoutEvent(content, rowId) });
    return undefined;
  },

  async addAction(context, actor, { path, body, ifMatch }) {
    const rowId = shortId(context.newId);
    const revision = await changeContent(context, actor, {
      id: path.postmortemId,
      ifMatch,
      change: (content) => withAction(content, body, rowId),
    });
    return { rowId, revision };
  },

  async updateAction(context, actor, { path, body, ifMatch }) {
    const { postmortemId: id, rowId } = path;
    const change = { id, ifMatch, change: withChange(rowId, body, withActionChanged) };
    return { rowId, revision: await changeContent(context, actor, change) };
  },

  async deleteAction(context, actor, { path, ifMatch }) {
    const { postmortemId: id, rowId } = path;
    await changeContent(context, actor, { id, ifMatch, change: (content) => withoutAction(content, rowId) });
    return undefined;
  },
};

function withChange<Content, Change>(
  rowId: string,
  change: Change,
  apply: (content: Content, rowId: string, change: Change) => Content,
): (content: Content) => Content {
  return (content) => apply(content, rowId, change);
}
