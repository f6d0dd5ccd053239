import type { UseCase } from '#app/context';
import { refuse } from '#core/errors';
import {
  deleteSessions,
  findMember,
  listMembers,
  lockAdmins,
  type Member,
  type MemberKey,
  updateMember,
} from '#store/accounts';
import { appendAudit } from '#store/audit';

type Change = { role?: Member['role'] | undefined; disabled?: boolean | undefined };

/** Everybody of the workspace, by name. */
export const listPeople: UseCase<'listPeople'> = async (context, actor) => ({
  items: await listMembers(context.db, actor.workspaceId),
});

/**
 * Changes the role of a person, or whether they may enter; whoever is disabled is signed out everywhere. Refuses
 * `person-missing`, and `last-admin` where nobody could administer the workspace afterwards.
 */
export const updatePerson: UseCase<'updatePerson'> = async (context, actor, request) => {
  const key = { workspaceId: actor.workspaceId, userId: request.path.personId };
  await context.db.transaction().execute(async (trx) => {
    const admins = await lockAdmins(trx, key.workspaceId);
    const before = (await findMember(trx, key)) ?? refuse('person-missing', { id: key.userId });
    const change = realChange(before, request.body);
    const staysAdmin = (change.role ?? before.role) === 'admin' && !(change.disabled ?? before.disabled);
    if (!staysAdmin && admins.length === 1 && admins[0] === key.userId) refuse('last-admin', { name: before.name });
    const disabledAt = change.disabled === undefined ? undefined : change.disabled ? context.now() : null;
    await updateMember(trx, key, { role: change.role, disabledAt });
    if (change.disabled === true) await deleteSessions(trx, key.userId, { workspaceId: key.workspaceId });
    for (const entry of entriesOf(before, change)) {
      await appendAudit(trx, {
        ...entry,
        workspaceId: key.workspaceId,
        subject: `person:${key.userId}`,
        by: actor.userId,
      });
    }
  });
  await context.live.recheckAccess({ workspaceId: key.workspaceId });
  context.changes.announce({ workspaceId: key.workspaceId, type: 'people', id: key.userId, revision: null });
  return memberOf(context, key);
};

async function memberOf(context: Parameters<typeof listPeople>[0], key: MemberKey): Promise<Member> {
  return (await findMember(context.db, key)) ?? refuse('person-missing', { id: key.userId });
}

/** Without what is so already. */
function realChange(before: Member, change: Change): Change {
  return {
    ...(change.role !== undefined && change.role !== before.role && { role: change.role }),
    ...(change.disabled !== undefined && change.disabled !== before.disabled && { disabled: change.disabled }),
  };
}

function entriesOf(before: Member, change: Change): { action: string; details: Record<string, unknown> }[] {
  const entries: { action: string; details: Record<string, unknown> }[] = [];
  if (change.role !== undefined) {
    entries.push({ action: 'role-changed', details: { name: before.name, from: before.role, to: change.role } });
  }
  if (change.disabled !== undefined) {
    const action = change.disabled ? 'person-disabled' : 'person-enabled';
    entries.push({ action, details: { name: before.name } });
  }
  return entries;
}
