import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';
import type { Actor } from '#core/workflow';
import type { Tables } from '#store/tables';

import { type ActionPart, type BodyPart, type EventPart, putTogether } from './content-parts.ts';
import type { PlacedRow } from './place-rows.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from './summary-row.ts';
import { visibleTo } from './visible-to.ts';

/** A post-mortem as it is stored. */
export interface StoredPostmortem {
  readonly summary: SummaryRow;
  readonly record: Postmortem;
  readonly rows: Rows;
  readonly revision: number;
  /** Places of the rows of the two lists that have tables of their own. */
  readonly placed: { readonly events: readonly PlacedRow[]; readonly actions: readonly PlacedRow[] };
  readonly access: readonly string[];
  /** Only where it was asked for. */
  readonly more: MoreOfPostmortem | null;
}

/** What only writes need to know. */
export interface MoreOfPostmortem {
  /** Last entry of its audit trail. */
  readonly audit: { readonly position: number; readonly hash: Uint8Array } | null;
  /** Last entry of its history. */
  readonly latest: LatestRevision | null;
  /** The document it was imported from. */
  readonly source: SourceDocument | null;
}

/** The last entry of a history. */
export interface LatestRevision {
  readonly revision: number;
  readonly at: string;
  readonly since: string;
  readonly via: string;
  readonly by: readonly string[];
  readonly note: string | null;
}

/** An imported document, unchanged. */
export interface SourceDocument {
  readonly name: string | null;
  readonly markdown: string;
}

interface LoadedRow extends SummaryRow {
  readonly body: BodyPart;
  readonly access: string[];
  readonly sections: [path: string, text: string][] | null;
  readonly event_rows: ListRow<EventPart>[] | null;
  readonly action_rows: ListRow<ActionPart>[] | null;
  readonly audit?: [position: number, hash: string] | null;
  readonly latest?: LatestRevision | null;
  readonly source?: SourceDocument | null;
}

type ListRow<Part extends EventPart | ActionPart> = [
  id: string,
  position: number,
  text: string,
  item: Part['item'],
  meta: Part['meta'],
];

/**
 * Reads a post-mortem in one round trip; undefined where there is none that the actor may see.
 *
 * @param options `more` brings what a write needs to know, too
 */
export async function loadPostmortem(
  db: Kysely<Tables>,
  seek: { readonly actor: Actor; readonly id: string },
  options: { readonly more?: boolean } = {},
): Promise<StoredPostmortem | undefined> {
  const { rows } = await sql<LoadedRow>`
    select ${SUMMARY_COLUMNS}, p.body, p.access, ${PARTS}${options.more === true ? MORE : sql``}
    from postmortems p where p.id = ${seek.id} and ${visibleTo(seek.actor, 'p')}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : assemble(row, options.more === true);
}

const listOf = (table: string): RawBuilder<unknown> => sql`(
  select json_agg(json_build_array(r.row_id, r.position, r.text, r.item, r.meta) order by r.position, r.row_id)
  from ${sql.table(table)} r where r.workspace_id = p.workspace_id and r.postmortem_id = p.id)`;

const PARTS = sql`
  (select json_agg(json_build_array(s.path, s.text))
    from sections s where s.workspace_id = p.workspace_id and s.postmortem_id = p.id) as sections,
  ${listOf('timeline_events')} as event_rows,
  ${listOf('actions')} as action_rows`;

const MORE = sql`,
  (select json_build_array(a.position, encode(a.hash, 'hex')) from audit_entries a
    where a.workspace_id = p.workspace_id and a.subject = p.id::text order by a.position desc limit 1) as audit,
  (select json_build_object('revision', r.revision, 'at', r.at, 'since', r.since, 'via', r.via, 'by', r.by,
    'note', r.note)
    from revisions r where r.workspace_id = p.workspace_id and r.postmortem_id = p.id
    order by r.revision desc limit 1) as latest,
  (select json_build_object('name', d.name, 'markdown', d.markdown) from source_documents d
    where d.workspace_id = p.workspace_id and d.postmortem_id = p.id) as source`;

function assemble(row: LoadedRow, withMore: boolean): StoredPostmortem {
  const { body, access, sections, event_rows, action_rows, audit, latest, source, ...summary } = row;
  const content = putTogether({
    body,
    sections: (sections ?? []).map(([path, text]) => ({ path, text })),
    events: (event_rows ?? []).map(toPart),
    actions: (action_rows ?? []).map(toPart),
  });
  const more = {
    audit: audit === null || audit === undefined ? null : { position: audit[0], hash: Buffer.from(audit[1], 'hex') },
    latest: latest ?? null,
    source: source ?? null,
  };
  return {
    ...content,
    summary,
    revision: summary.revision,
    placed: { events: (event_rows ?? []).map(toPlace), actions: (action_rows ?? []).map(toPlace) },
    access,
    more: withMore ? more : null,
  };
}

function toPart<Part extends EventPart | ActionPart>([row_id, , text, item, meta]: ListRow<Part>) {
  return { row_id, text, item, meta };
}

function toPlace([row_id, position]: readonly [string, number, ...unknown[]]): PlacedRow {
  return { row_id, position };
}
