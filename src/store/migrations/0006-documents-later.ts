import { type Kysely, sql } from 'kysely';

/**
 * The document of a history entry is written after the save has answered: what it says is in `content` from the start, and
 * writing it costs more than everything else of a save together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table revisions alter column markdown drop not null, alter column bytes drop not null;
    create index revisions_without_document on revisions (at) where markdown is null;
  `.execute(db);
}
