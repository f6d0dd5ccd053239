import type { UseCases } from '#app/context';
import { refuse } from '#core/errors';
import { type Actor, mayDo, mayMove, type Status, STATUS_LABELS, STATUS_MOVES } from '#core/workflow';
import { type PostmortemColumns, type PostmortemWrite, writePostmortem } from '#store/postmortems';
import { unknownPeople } from '#store/people';

import { changeStored } from './change-stored.ts';
import { labelsOf } from './create-content.ts';
import { findPostmortem } from './find-postmortem.ts';
import { readPostmortem } from './record-use-cases.ts';
import { announce, type BesideChange, saveContent, type SaveBase } from './save-content.ts';

/** What stands beside the content and needs a right of its own. */
export const standingUseCases: UseCases<
  'setStatus' | 'updatePostmortem' | 'getAccess' | 'setAccess' | 'deletePostmortem'
> = {
  async setStatus(context, actor, { path, body, ifMatch }) {
    await changeStored(context, actor, {
      id: path.postmortemId,
      ifMatch,
      write: ({ target, stored }) => {
        const from = stored.summary.status as Status;
        checkMove(from, body.status);
        const label = STATUS_LABELS[body.status];
        const record = { ...stored.record, status: label };
        const audit = { action: 'status-changed', details: { from, to: body.status } };
        const note = `Status: ${label.toLowerCase()}`;
        const beside = { status: body.status };
        return saveContent(
          context,
          { target, stored },
          { record, rows: stored.rows, beside, audit, note, ...by(actor) },
        );
      },
    });
    return readPostmortem(context, actor, path.postmortemId);
  },

  async updatePostmortem(context, actor, { path, body, ifMatch }) {
    await changeStored(context, actor, {
      id: path.postmortemId,
      ifMatch,
      write: async (base) => {
        const { record, rows, summary } = base.stored;
        const beside = besideChange(body);
        if (body.private !== undefined && body.private !== summary.private) checkPrivacy(actor, summary.created_by);
        const audit = { action: 'postmortem-labelled', details: { ...beside } };
        const history = body.dialect !== undefined && body.dialect !== summary.dialect;
        const note = history ? `Template: ${body.dialect}` : undefined;
        return saveContent(context, base, { record, rows, beside, audit, history, note, ...by(actor) });
      },
    });
    if (body.private !== undefined) {
      await context.live.recheckAccess({ workspaceId: actor.workspaceId, postmortemId: path.postmortemId });
    }
    return readPostmortem(context, actor, path.postmortemId);
  },

  async getAccess(context, actor, { path }) {
    const { access, revision, summary } = await findPostmortem(context, { actor, id: path.postmortemId });
    return { private: summary.private, people: [...access], revision };
  },

  async setAccess(context, actor, { path, body, ifMatch }) {
    const people = [...new Set(body.people)];
    const strangers = await unknownPeople(context.db, actor.workspaceId, people);
    if (strangers.length > 0) refuse('access-person-unknown', { people: strangers.join(', ') });
    const columns = { private: body.private, access: people };
    const audit = { action: 'access-changed', details: { private: body.private, people } };
    const revision = await changeStored(context, actor, {
      id: path.postmortemId,
      ifMatch,
      write: (base) => writeBeside(context, base, { actor, columns, audit }),
    });
    await context.live.recheckAccess({ workspaceId: actor.workspaceId, postmortemId: path.postmortemId });
    return { private: body.private, people, revision };
  },

  async deletePostmortem(context, actor, { path, ifMatch }) {
    await changeStored(context, actor, {
      id: path.postmortemId,
      ifMatch,
      write: (base) =>
        writeBeside(context, base, {
          actor,
          columns: { deleted_at: context.now() },
          audit: { action: 'postmortem-deleted', details: { title: base.stored.summary.title } },
          forgetWords: true,
        }),
    });
    await context.live.recheckAccess({ workspaceId: actor.workspaceId, postmortemId: path.postmortemId });
    return undefined;
  },
};

function checkMove(from: Status, to: Status): void {
  if (mayMove(from, to)) return;
  const allowed = STATUS_MOVES[from].map((status) => `"${status}"`).join(' or ');
  refuse('status-move-refused', { from, to, allowed });
}

/** Authors decide about their own, others need the right. */
function checkPrivacy(actor: Actor, createdBy: string | null): void {
  if (mayDo(actor, 'postmortem.set-access') || (createdBy !== null && createdBy === actor.userId)) return;
  refuse('permission-missing', { permission: 'postmortem.set-access', role: actor.role });
}

function besideChange(body: {
  readonly private?: boolean | undefined;
  readonly dialect?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}): BesideChange {
  return {
    ...(body.private !== undefined && { private: body.private }),
    ...(body.dialect !== undefined && { dialect: body.dialect }),
    ...(body.services !== undefined && { services: labelsOf(body.services) }),
    ...(body.teams !== undefined && { teams: labelsOf(body.teams) }),
    ...(body.tags !== undefined && { tags: labelsOf(body.tags) }),
  };
}

function by(actor: Actor): { authors: string[]; via: 'web' | 'api' } {
  return { authors: actor.userId === null ? [] : [actor.userId], via: actor.via === 'web' ? 'web' : 'api' };
}

/** Stores columns alone: a new revision without an entry of the history, since the document stays the same. */
async function writeBeside(
  context: Parameters<typeof saveContent>[0],
  { stored, target }: SaveBase,
  wanted: { actor: Actor; columns: PostmortemColumns } & Pick<PostmortemWrite, 'audit' | 'forgetWords'>,
): Promise<number | undefined> {
  const { actor, ...write } = wanted;
  const revision = await writePostmortem(context.db, {
    ...write,
    target,
    at: context.now(),
    by: actor.userId,
    expected: stored.revision,
    lastAudit: stored.more?.audit ?? null,
  });
  if (revision !== undefined) announce(context, target, revision);
  return revision;
}
