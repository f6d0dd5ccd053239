import { type Kysely, sql } from 'kysely';

/** A table of the database with the columns that are written. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * What a backup leaves out: who is signed in at this moment, what limits sign-in, and answers kept for repeated
 * requests. After a restore everybody signs in again.
 */
const LEFT_OUT = ['migrations', 'sessions', 'sign_in_attempts', 'idempotency_keys', 'setup_tokens'];

/** Every table that a backup holds, those first that others refer to. */
export async function backupTables(db: Kysely<unknown>): Promise<BackupTable[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and t.table_name <> all(${LEFT_OUT}::text[])
    group by t.table_name order by t.table_name`.execute(db);
  const { rows: references } = await sql<{ child: string; parent: string }>`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent
    from pg_constraint where contype = 'f' and conrelid <> confrelid`.execute(db);
  return parentsFirst(rows, references);
}

function parentsFirst(
  tables: readonly BackupTable[],
  references: readonly { readonly child: string; readonly parent: string }[],
): BackupTable[] {
  const ordered: BackupTable[] = [];
  const put = (table: BackupTable): void => {
    if (ordered.includes(table)) return;
    for (const { child, parent } of references) {
      const referred = tables.find((each) => each.name === parent);
      if (child === table.name && referred !== undefined) put(referred);
    }
    ordered.push(table);
  };
  for (const table of tables) put(table);
  return ordered;
}

/** Names of the migrations that a database has seen, in order. */
export async function migrationNames(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db);
  return rows.map((row) => row.name);
}
