import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

import { auditHash, type AuditFacts, type ChainedFacts } from './audit-chain.ts';

/**
 * Adds an entry to the chain of its subject. To be called in the transaction of what it tells: both are stored or neither.
 * Entries of one subject wait for each other until the end of their transactions.
 */
export async function appendAudit(db: Kysely<Tables>, facts: AuditFacts): Promise<void> {
  const { workspaceId, subject } = facts;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${subject}`}, 0))`.execute(db);
  const last = await db
    .selectFrom('audit_entries')
    .select(['position', 'hash'])
    .where('workspace_id', '=', workspaceId)
    .where('subject', '=', subject)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = nextEntry(facts, last ?? null, new Date().toISOString());
  await db.insertInto('audit_entries').values(auditRow(entry)).execute();
}

/** Place of an entry behind the last one of its subject. */
export function nextEntry(
  facts: AuditFacts,
  last: { readonly position: number; readonly hash: Uint8Array } | null,
  at: string,
): ChainedFacts {
  return { ...facts, at, position: (last?.position ?? 0) + 1, previous: last?.hash ?? null };
}

/** An entry as its table holds it. */
export function auditRow(entry: ChainedFacts) {
  const { workspaceId, details, previous, ...rest } = entry;
  return {
    ...rest,
    workspace_id: workspaceId,
    details: JSON.stringify(details),
    previous: previous === null ? null : Buffer.from(previous),
    hash: auditHash(entry),
  };
}
