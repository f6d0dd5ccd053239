import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Tables } from '#store/tables';
import type { PostmortemContent, PostmortemTarget, SourceDocument } from '#store/postmortems';

/** An entry of the history. */
export interface RevisionRow {
  readonly revision: number;
  readonly at: string;
  /** Names of the people. */
  readonly by: string[];
  readonly via: string;
  readonly note: string | null;
  /** Size of the document; that of the content while there is no document yet. */
  readonly bytes: number;
}

/** An entry with its document. */
export interface FullRevision extends RevisionRow {
  readonly dialect: string;
  /** Null while it is not written yet. */
  readonly markdown: string | null;
  readonly source: SourceDocument | null;
  readonly content: PostmortemContent;
}

// Whoever calls these has made sure that the actor may see the post-mortem.

/** The history of a post-mortem, newest first, from before a revision. */
export async function listRevisions(
  db: Kysely<Tables>,
  target: PostmortemTarget,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<RevisionRow[]> {
  const before = page.before === undefined ? sql`` : sql`and r.revision < ${page.before}`;
  const { rows } = await sql<RevisionRow>`
    select ${COLUMNS} from revisions r where ${isOf(target)} ${before}
    order by r.revision desc limit ${page.limit}`.execute(db);
  return rows;
}

/** One entry of the history with its document; undefined where there is none with that number. */
export async function loadRevision(
  db: Kysely<Tables>,
  target: PostmortemTarget,
  revision: number,
): Promise<FullRevision | undefined> {
  const { rows } = await sql<FullRevision>`
    select ${COLUMNS}, r.dialect, r.markdown, r.content,
      (select json_build_object('name', d.name, 'markdown', d.markdown) from source_documents d
        where d.workspace_id = r.workspace_id and d.postmortem_id = r.postmortem_id) as source
    from revisions r
    where ${isOf(target)} and r.revision = ${revision}`.execute(db);
  return rows[0];
}

/** Says of an entry how it came to be, where an open document stored it. */
export async function annotateRevision(
  db: Kysely<Tables>,
  target: PostmortemTarget,
  entry: { readonly revision: number; readonly via: string; readonly note: string },
): Promise<void> {
  const { note, revision, via } = entry;
  await sql`update revisions r set via = ${via}, note = ${note}
    where ${isOf(target)} and r.revision = ${revision}`.execute(db);
}

const COLUMNS = sql`r.revision, r.at, r.via, r.note,
  coalesce(r.bytes, octet_length(r.content::text)) as bytes,
  array(select u.name from unnest(r.by) with ordinality as author (id, place)
    join users u on u.id = author.id order by author.place) as by`;

function isOf({ postmortemId, workspaceId }: PostmortemTarget): RawBuilder<unknown> {
  return sql`r.workspace_id = ${workspaceId} and r.postmortem_id = ${postmortemId}`;
}
