import { type Kysely, sql } from 'kysely';

import type { Confidentiality } from '#core/workflow';
import type { Tables } from '#store/tables';

interface Row {
  readonly id: string;
  readonly private: boolean;
  readonly createdBy: string | null;
  readonly people: readonly string[];
}

/** What decides who may hear of a change, by id of the post-mortem; deleted ones count as long as they are kept. */
export async function confidentialityOf(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Confidentiality>> {
  const { rows } = await sql<Row>`
    select id, private, created_by as "createdBy", access as people
    from postmortems where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...confidentiality }) => [id, confidentiality]));
}
