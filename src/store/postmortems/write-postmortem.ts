import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Tables } from '#store/tables';
import { auditRow, nextEntry, type AuditFacts } from '#store/audit';

import type { ListChanges, RowChanges } from './content-changes.ts';
import type { MoreOfPostmortem, SourceDocument } from './load-postmortem.ts';
import type { PostmortemTarget } from './postmortem-content.ts';

/** Columns of `postmortems` that follow from what is stored, or stand beside it. */
export interface PostmortemColumns {
  readonly key?: string | null;
  readonly title?: string;
  readonly status?: string;
  readonly severity_label?: string | null;
  readonly severity_rank?: number | null;
  readonly private?: boolean;
  readonly access?: readonly string[];
  readonly dialect?: string;
  readonly services?: readonly string[];
  readonly teams?: readonly string[];
  readonly tags?: readonly string[];
  readonly named?: readonly string[];
  readonly incident_at?: string | null;
  readonly impact_seconds?: number | null;
  readonly events?: number;
  readonly actions?: number;
  readonly open_actions?: number;
  readonly completeness?: number;
  readonly summary?: string | null;
  readonly deleted_at?: string;
  /** JSON of a `BodyPart`. */
  readonly body?: string;
}

/** An entry of the history. */
export interface NewRevision {
  readonly since: string;
  readonly by: readonly string[];
  readonly via: string;
  readonly note: string | null;
  readonly dialect: string;
  /** JSON of record and rows; the document is written from it afterwards. */
  readonly content: string;
  /** Number of the entry that this one takes the place of: an earlier save of the same sitting. */
  readonly replaces: number | null;
}

/** Everything that one write stores, or none of it. */
export interface PostmortemWrite {
  readonly target: PostmortemTarget;
  /** UTC instant with milliseconds. */
  readonly at: string;
  readonly by: string | null;
  /** Revision that it is based on; null for a new post-mortem. */
  readonly expected: number | null;
  readonly columns: PostmortemColumns;
  readonly lists?: ListChanges;
  readonly revision?: NewRevision;
  readonly audit?: Pick<AuditFacts, 'action' | 'details'>;
  /** Last entry of the audit trail, as it was loaded. */
  readonly lastAudit?: MoreOfPostmortem['audit'];
  /** The words, as text of a `tsvector`, and the time that candidates are ordered by. */
  readonly search?: { readonly document: string; readonly sortedAt: string };
  /** Takes it out of the search. */
  readonly forgetWords?: boolean;
  readonly state?: Uint8Array;
  readonly source?: SourceDocument;
}

/**
 * Stores a change, or a new post-mortem, in one statement: it is there as a whole or not at all, and costs one round trip.
 * Answers with the new revision; undefined where the stored revision is not the expected one any more, or the post-mortem
 * is gone.
 */
export async function writePostmortem(db: Kysely<Tables>, write: PostmortemWrite): Promise<number | undefined> {
  const revision = (write.expected ?? 0) + 1;
  const head = write.expected === null ? insertHead(write) : updateHead(write, write.expected);
  const parts = [head, ...listParts(write.lists), ...historyParts(write, revision), ...sideParts(write, revision)];
  try {
    const { rows } = await sql<{ done: number }>`
      with ${sql.join(parts, sql`, `)} select count(*)::int as done from p`.execute(db);
    return rows[0]?.done === 1 ? revision : undefined;
  } catch (error) {
    if (isTakenAuditPlace(error)) return undefined;
    throw error;
  }
}

/** Somebody else added to the audit trail of the same post-mortem meanwhile. */
function isTakenAuditPlace(error: unknown): boolean {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return code === '23505' && constraint === 'audit_entries_pkey';
}

function insertHead({ target, at, by, columns }: PostmortemWrite): RawBuilder<unknown> {
  const values = {
    workspace_id: target.workspaceId,
    id: target.postmortemId,
    revision: 1,
    created_at: at,
    created_by: by,
    updated_at: at,
    updated_by: by,
    ...columns,
  };
  const names = sql.join(Object.keys(values).map((name) => sql.ref(name)));
  return sql`p as (insert into postmortems (${names}) values (${sql.join(Object.values(values))})
    returning workspace_id, id)`;
}

function updateHead({ target, at, by, columns }: PostmortemWrite, expected: number): RawBuilder<unknown> {
  const values = { ...columns, revision: expected + 1, updated_at: at, updated_by: by };
  const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  return sql`p as (update postmortems set ${sql.join(sets)}
    where workspace_id = ${target.workspaceId} and id = ${target.postmortemId}
      and revision = ${expected} and deleted_at is null
    returning workspace_id, id)`;
}

function listParts(lists: ListChanges | undefined): RawBuilder<unknown>[] {
  if (lists === undefined) return [];
  return [
    ...rowParts('sections', lists.sections, SECTION),
    ...rowParts('timeline_events', lists.events, EVENT),
    ...rowParts('actions', lists.actions, ACTION),
  ];
}

/** How the rows of a table are found and written. */
interface RowTable {
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
}

const SECTION: RowTable = { key: 'path', columns: { path: 'text', text: 'text' } };
const EVENT: RowTable = {
  key: 'row_id',
  columns: {
    row_id: 'text',
    position: 'double precision',
    instant: 'timestamptz',
    text: 'text',
    moments: 'text[]',
    sources: 'text[]',
    item: 'json',
    meta: 'json',
  },
};
const ACTION: RowTable = {
  key: 'row_id',
  columns: {
    row_id: 'text',
    position: 'double precision',
    text: 'text',
    owner: 'text',
    owners: 'text[]',
    due_on: 'date',
    state: 'text',
    item: 'json',
    meta: 'json',
  },
};

function rowParts(table: string, changes: RowChanges, { key, columns }: RowTable): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  const { gone, put } = changes;
  if (gone.length > 0) {
    parts.push(sql`${sql.ref(`${table}_gone`)} as (
      delete from ${sql.table(table)} r using p
      where r.workspace_id = p.workspace_id and r.postmortem_id = p.id and r.${sql.ref(key)} = any(${gone}::text[]))`);
  }
  if (put.length > 0) {
    const names = Object.keys(columns).map((name) => sql.ref(name));
    const types = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
    const values = names.map((name) => sql`x.${name}`);
    const sets = Object.keys(columns).filter((name) => name !== key);
    parts.push(sql`${sql.ref(`${table}_put`)} as (
      insert into ${sql.table(table)} (workspace_id, postmortem_id, ${sql.join(names)})
      select p.workspace_id, p.id, ${sql.join(values)}
      from p, json_to_recordset(${JSON.stringify(put)}::json) as x(${sql.join(types)})
      on conflict (workspace_id, postmortem_id, ${sql.ref(key)}) do update
      set ${sql.join(sets.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))})`);
  }
  return parts;
}

function historyParts(write: PostmortemWrite, revision: number): RawBuilder<unknown>[] {
  const { at, by, target, revision: entry } = write;
  const parts: RawBuilder<unknown>[] = [];
  if (entry !== undefined) {
    const { since, via, note, dialect, content, replaces } = entry;
    parts.push(sql`history as (
      insert into revisions (workspace_id, postmortem_id, revision, at, since, by, via, note, dialect, content)
      select p.workspace_id, p.id, ${revision}::int, ${at}::timestamptz, ${since}::timestamptz, ${entry.by}::uuid[], ${via},
        ${note}::text, ${dialect}, ${content}::json from p)`);
    if (replaces !== null) {
      parts.push(sql`replaced as (
        delete from revisions r using p
        where r.workspace_id = p.workspace_id and r.postmortem_id = p.id and r.revision = ${replaces})`);
    }
  }
  if (write.audit !== undefined) {
    const facts = { ...write.audit, workspaceId: target.workspaceId, subject: target.postmortemId, by };
    const row = auditRow(nextEntry(facts, write.lastAudit ?? null, at));
    parts.push(sql`audit as (
      insert into audit_entries (workspace_id, subject, position, at, by, action, details, previous, hash)
      select p.workspace_id, ${row.subject}, ${row.position}::int, ${row.at}::timestamptz, ${row.by}::uuid, ${row.action},
        ${row.details}::json, ${row.previous}::bytea, ${row.hash}::bytea from p)`);
  }
  return parts;
}

function sideParts({ forgetWords, search, source, state }: PostmortemWrite, revision: number): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (search !== undefined) {
    parts.push(sql`words as (
      insert into search_documents (workspace_id, postmortem_id, incident_at, document)
      select p.workspace_id, p.id, ${search.sortedAt}::timestamptz, ${search.document}::tsvector from p
      on conflict (workspace_id, postmortem_id) do update
      set document = excluded.document, incident_at = excluded.incident_at
      where search_documents.document <> excluded.document or search_documents.incident_at <> excluded.incident_at)`);
  }
  if (forgetWords === true) {
    parts.push(sql`forgotten as (
      delete from search_documents d using p where d.workspace_id = p.workspace_id and d.postmortem_id = p.id)`);
  }
  if (state !== undefined) {
    parts.push(sql`live as (
      insert into live_states (workspace_id, postmortem_id, revision, state)
      select p.workspace_id, p.id, ${revision}::int, ${Buffer.from(state)}::bytea from p
      on conflict (workspace_id, postmortem_id) do update set state = excluded.state, revision = excluded.revision)`);
  }
  if (source !== undefined) {
    parts.push(sql`source as (
      insert into source_documents (workspace_id, postmortem_id, name, markdown)
      select p.workspace_id, p.id, ${source.name}::text, ${source.markdown} from p)`);
  }
  return parts;
}
