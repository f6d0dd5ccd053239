import type { Kysely } from 'kysely';

import { up as postmortems } from './0001-postmortems.ts';
import { up as accounts } from './0002-accounts.ts';
import { up as evidence } from './0003-evidence.ts';
import { up as search } from './0004-search.ts';
import { up as incidentNumbers } from './0005-incident-numbers.ts';
import { up as documentsLater } from './0006-documents-later.ts';
import type { Migration } from './migration.ts';
import { runMigrations } from './run-migrations.ts';

/** Every migration, in order. Only ever added to. */
const MIGRATIONS: readonly Migration[] = [
  { name: '0001-postmortems', up: postmortems },
  { name: '0002-accounts', up: accounts },
  { name: '0003-evidence', up: evidence },
  { name: '0004-search', up: search },
  { name: '0005-incident-numbers', up: incidentNumbers },
  { name: '0006-documents-later', up: documentsLater },
];

/**
 * Brings a database to what this program needs. Safe to call from several processes at once. Refuses a database that a
 * newer program has used.
 */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  await runMigrations(db, MIGRATIONS);
}
