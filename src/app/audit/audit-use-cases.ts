import type { UseCases } from '#app/context';
import { readCursor, writeCursor } from '#app/postmortems';
import { type AuditEntry, listAudit } from '#store/audit';

const PAGE = 50;

/** The audit trail. */
export const auditUseCases: UseCases<'listAudit'> = {
  async listAudit(context, actor, { query }) {
    const { cursor, limit = PAGE, subject } = query;
    const place = readCursor(cursor, 'audit', ['instant', 'text', 'integer']);
    const before = place && { at: place[0] ?? '', subject: place[1] ?? '', position: Number(place[2]) };
    const entries = await listAudit(context.db, {
      workspaceId: actor.workspaceId,
      subject: subject?.replaceAll('\u0000', ''),
      before,
      limit: limit + 1,
    });
    const shown = entries.slice(0, limit);
    const last = entries.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(presentEntry),
      nextCursor: last === undefined ? null : writeCursor('audit', [last.at, last.subject, String(last.position)]),
      intact: shown.every((entry) => entry.intact),
    };
  },
};

function presentEntry({ action, at, byName, details, hash, id, subject }: AuditEntry) {
  return { id, at, by: byName, action, subject, details: { ...details }, hash: Buffer.from(hash).toString('hex') };
}
