import { type Kysely, sql } from 'kysely';

import { backupTables, type BackupTable, migrationNames } from './backup-tables.ts';

/** First line of a backup. */
export interface BackupHeader {
  readonly format: 'nevertwice-backup';
  readonly version: 1;
  readonly at: string;
  /** Migrations that the tables are the result of. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
}

/** Rows that are fetched at once. A chunk of evidence is a mebibyte, two as JSON. */
const FETCH = { default: 1000, evidence_chunks: 8, images: 4 } as const;

/**
 * The whole database as lines of JSON: a header, each table with its rows, and a last line that counts them, by which a
 * file that was cut short is known. All of it is one moment of the database, whatever is written meanwhile.
 *
 * @param options `at` the present; `tell` hears how far it is
 */
export async function* writeBackup(
  db: Kysely<unknown>,
  options: { readonly at: string; readonly tell: (table: string, rows: number) => void },
): AsyncGenerator<string> {
  const lines = new Lines();
  const transaction = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    const tables = await backupTables(transaction);
    const migrations = await migrationNames(transaction);
    const header: BackupHeader = { format: 'nevertwice-backup', version: 1, at: options.at, migrations, tables };
    yield `${JSON.stringify(header)}\n`;
    for (const table of tables) {
      yield `${JSON.stringify({ table: table.name })}\n`;
      for await (const rows of rowsOf(transaction, table)) {
        lines.count += rows.length;
        options.tell(table.name, lines.count);
        yield `${rows.join('\n')}\n`;
      }
    }
    yield `${JSON.stringify({ end: true, rows: lines.count })}\n`;
  } finally {
    await transaction.rollback().execute();
  }
}

/** A count that the generator and its reader share. */
class Lines {
  count = 0;
}

async function* rowsOf(db: Kysely<unknown>, table: BackupTable): AsyncGenerator<string[]> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(r)::text as row from (select ${columns} from ${sql.table(table.name)}) r`.execute(db);
  const count = table.name in FETCH ? FETCH[table.name as keyof typeof FETCH] : FETCH.default;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(count)} from backup_rows`.execute(db);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backup_rows`.execute(db);
}
