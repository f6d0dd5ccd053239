import { type Kysely, sql } from 'kysely';

import type { PostmortemContent, PostmortemTarget, SourceDocument } from '#store/postmortems';
import type { Tables } from '#store/tables';

/** An entry of a history whose document is not written yet. */
export interface UnwrittenDocument extends PostmortemTarget {
  readonly revision: number;
  readonly dialect: string;
  readonly content: PostmortemContent;
  readonly source: SourceDocument | null;
}

/** The oldest entries without a document, of all workspaces. */
export async function unwrittenDocuments(db: Kysely<Tables>, limit: number): Promise<UnwrittenDocument[]> {
  const { rows } = await sql<UnwrittenDocument>`
    select r.workspace_id as "workspaceId", r.postmortem_id as "postmortemId", r.revision, r.dialect, r.content,
      (select json_build_object('name', d.name, 'markdown', d.markdown) from source_documents d
        where d.workspace_id = r.workspace_id and d.postmortem_id = r.postmortem_id) as source
    from revisions r where r.markdown is null order by r.at limit ${limit}`.execute(db);
  return rows;
}

/** Keeps the document of an entry; the first one that is written counts. */
export async function keepDocument(
  db: Kysely<Tables>,
  entry: PostmortemTarget & { readonly revision: number },
  markdown: string,
): Promise<void> {
  await sql`
    update revisions set markdown = ${markdown}, bytes = ${Buffer.byteLength(markdown)}::int
    from (select set_config('synchronous_commit', 'off', true)) as not_flushed
    where workspace_id = ${entry.workspaceId} and postmortem_id = ${entry.postmortemId}
      and revision = ${entry.revision} and markdown is null`.execute(db);
}
