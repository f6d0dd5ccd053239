import { type Kysely, sql } from 'kysely';

/**
 * The last number that was given out for each beginning of incident ids (`INC-2026-`). Unlogged, since it is counted anew
 * from the post-mortems when it is lost; numbers may be left out, but never come twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table incident_numbers (
      workspace_id uuid not null,
      stem text not null,
      last bigint not null,
      primary key (workspace_id, stem)
    );
    create index postmortems_by_key on postmortems (workspace_id, key);
  `.execute(db);
}
