import { type Kysely, type Selectable, sql } from 'kysely';

import type { Tables } from '#store/tables';

import { auditHash, type ChainedFacts } from './audit-chain.ts';

/** An entry as it is stored. */
export interface AuditEntry extends ChainedFacts {
  /** `subject:position`. */
  readonly id: string;
  readonly byName: string | null;
  readonly hash: Uint8Array;
  /** True if its hash is that of its facts and of the entry before. */
  readonly intact: boolean;
}

/** A place in the trail. */
export interface AuditPlace {
  readonly at: string;
  readonly subject: string;
  readonly position: number;
}

/** Which entries, and how many. */
export interface AuditQuery {
  readonly workspaceId: string;
  readonly subject?: string | undefined;
  readonly before?: AuditPlace | undefined;
  readonly limit: number;
}

/** Entries of the audit trail, newest first. */
export async function listAudit(db: Kysely<Tables>, query: AuditQuery): Promise<AuditEntry[]> {
  const { before, limit, subject, workspaceId } = query;
  let entries = db
    .selectFrom('audit_entries as entry')
    .leftJoin('users', 'users.id', 'entry.by')
    .leftJoin('audit_entries as former', (join) =>
      join
        .onRef('former.workspace_id', '=', 'entry.workspace_id')
        .onRef('former.subject', '=', 'entry.subject')
        .on('former.position', '=', sql<number>`entry.position - 1`),
    )
    .selectAll('entry')
    .select(['users.name as by_name', 'former.hash as former_hash'])
    .where('entry.workspace_id', '=', workspaceId);
  if (subject !== undefined) entries = entries.where('entry.subject', '=', subject);
  if (before !== undefined) {
    entries = entries.where(
      sql<boolean>`(entry.at, entry.subject, entry.position) < (${before.at}, ${before.subject}, ${before.position})`,
    );
  }
  const rows = await entries
    .orderBy('entry.at', 'desc')
    .orderBy('entry.subject', 'desc')
    .orderBy('entry.position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** Ids (`subject:position`) of the entries of a workspace whose hash does not follow from the one before; all of them are read. */
export async function verifyAudit(db: Kysely<Tables>, workspaceId: string): Promise<string[]> {
  const broken: string[] = [];
  let before: AuditPlace | undefined;
  for (;;) {
    const entries = await listAudit(db, { workspaceId, before, limit: 1000 });
    broken.push(...entries.filter((entry) => !entry.intact).map((entry) => entry.id));
    before = entries.at(-1);
    if (entries.length < 1000) return broken;
  }
}

type Row = Selectable<Tables['audit_entries']> & { by_name: string | null; former_hash: Uint8Array | null };

function toEntry(row: Row): AuditEntry {
  const { workspace_id, by_name, former_hash, ...rest } = row;
  const entry = { ...rest, workspaceId: workspace_id };
  return { ...entry, id: `${row.subject}:${row.position}`, byName: by_name, intact: isIntact(entry, former_hash) };
}

function isIntact(entry: ChainedFacts & { readonly hash: Uint8Array }, former: Uint8Array | null): boolean {
  const { previous, position, hash } = entry;
  const follows = position === 1 ? previous === null && former === null : sameBytes(previous, former);
  return follows && sameBytes(hash, auditHash(entry));
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.from(a).equals(b);
}
