import type { Kysely } from 'kysely';

import type { Confidentiality } from '#core/workflow';
import type { Tables } from '#store/tables';

import type { PostmortemTarget } from './postmortem-content.ts';

/** What of a post-mortem decides who may see it, and its revision. */
export interface StoredConfidentiality extends Confidentiality {
  readonly revision: number;
}

/** Who may see a post-mortem; undefined where there is none. For deciding about access only: it tells of private ones. */
export async function confidentialityOf(
  db: Kysely<Tables>,
  target: PostmortemTarget,
): Promise<StoredConfidentiality | undefined> {
  const row = await db
    .selectFrom('postmortems')
    .select(['private', 'created_by', 'access', 'revision'])
    .where('workspace_id', '=', target.workspaceId)
    .where('id', '=', target.postmortemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { private: row.private, createdBy: row.created_by, people: row.access, revision: row.revision };
}

/** The revision there is now; undefined where the post-mortem is gone. */
export async function currentRevision(db: Kysely<Tables>, target: PostmortemTarget): Promise<number | undefined> {
  return (await confidentialityOf(db, target))?.revision;
}
