import { type Kysely, sql } from 'kysely';

import type { Actor } from '#core/workflow';
import { visibleTo } from '#store/postmortems';
import type { Tables } from '#store/tables';

/** One text of a post-mortem, to find passages in. */
export interface FoundText {
  readonly postmortemId: string;
  /** Path in the record, as `summary.text` or `timeline.3`. */
  readonly path: string;
  readonly text: string;
}

/** The Markdown fields, events and action items of post-mortems that the actor may see. */
export async function loadTexts(
  db: Kysely<Tables>,
  actor: Actor,
  ids: readonly string[],
): Promise<{ readonly texts: FoundText[]; readonly bodies: ReadonlyMap<string, unknown> }> {
  if (ids.length === 0) return { texts: [], bodies: new Map() };
  const { rows } = await sql<{ id: string; record: unknown; texts: [string, string][] | null }>`
    select p.id, p.body -> 'record' as record, (
      select json_agg(json_build_array(t.path, t.text)) from (
        select s.path, s.text from sections s where s.workspace_id = p.workspace_id and s.postmortem_id = p.id
        union all
        select 'timeline.' || row_number() over (order by e.position, e.row_id) - 1, e.text from timeline_events e
          where e.workspace_id = p.workspace_id and e.postmortem_id = p.id
        union all
        select 'actions.' || row_number() over (order by a.position, a.row_id) - 1, a.text from actions a
          where a.workspace_id = p.workspace_id and a.postmortem_id = p.id
      ) t (path, text)) as texts
    from postmortems p where p.id = any(${ids}::uuid[]) and ${visibleTo(actor, 'p')}`.execute(db);
  return {
    texts: rows.flatMap(({ id, texts }) => (texts ?? []).map(([path, text]) => ({ postmortemId: id, path, text }))),
    bodies: new Map(rows.map(({ id, record }) => [id, record])),
  };
}
