import type { AppContext, Rows, UseCases } from '#app/context';
import type { Actor } from '#core/workflow';

import { changeContent } from './change-content.ts';
import { createContent } from './create-content.ts';
import { findPostmortem } from './find-postmortem.ts';
import { keepIds } from './keep-ids.ts';
import { type PresentedPostmortem, presentPostmortem } from './present-postmortem.ts';
import { requireSize } from './require-size.ts';

/** A post-mortem as the actor sees it now. */
export async function readPostmortem(context: AppContext, actor: Actor, id: string): Promise<PresentedPostmortem> {
  return presentPostmortem(await findPostmortem(context, { actor, id }), actor);
}

/** A post-mortem as a whole. */
export const recordUseCases: UseCases<'createPostmortem' | 'getPostmortem' | 'replacePostmortem'> = {
  async createPostmortem(context, actor, { body }) {
    if (body.record !== undefined) requireSize(body.title, body.record);
    return createContent(context, actor, { ...body, via: actor.via === 'web' ? 'web' : 'api' });
  },

  async getPostmortem(context, actor, { path }) {
    return readPostmortem(context, actor, path.postmortemId);
  },

  async replacePostmortem(context, actor, { path, body, ifMatch }) {
    const { record } = body;
    requireSize(record.title ?? 'The post-mortem', record);
    // JSON has no undefined, which is all that the contract's type adds.
    const rows = body.rows as Rows | undefined;
    await changeContent(context, actor, {
      id: path.postmortemId,
      ifMatch,
      change: (content) => ({ record, rows: rows ?? keepIds(content, record) }),
    });
    return readPostmortem(context, actor, path.postmortemId);
  },
};
