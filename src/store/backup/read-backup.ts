import { type Kysely, sql, type Transaction } from 'kysely';

import { refuse } from '#core/errors';

import { backupTables, type BackupTable, migrationNames } from './backup-tables.ts';
import type { BackupHeader } from './write-backup.ts';

/** How a backup is taken in. */
export interface RestoreOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** True takes away what the database holds; otherwise a database with post-mortems is refused. */
  readonly replace: boolean;
  /** Channel on which servers that run on the database hear of it. */
  readonly channel: string;
  readonly tell: (table: string, rows: number) => void;
}

const BATCH_ROWS = 500;
const BATCH_BYTES = 4_000_000;
/** Tables that refuse to be emptied, and the triggers that see to it. */
const GUARDS = [{ table: 'audit_entries', triggers: ['audit_only_grows', 'audit_is_not_emptied'] }];
/** Left out of backups, and wrong after a restore. */
const EMPTIED_TOO = ['sessions', 'sign_in_attempts', 'idempotency_keys', 'setup_tokens'];

/**
 * Takes in a backup, all or nothing: the database is as it was before, or as the backup says. Refuses a file that is none,
 * that was cut short, or that another version of the program wrote; and a database that holds post-mortems already.
 */
export async function readBackup(
  db: Kysely<unknown>,
  lines: AsyncIterable<string>,
  options: RestoreOptions,
): Promise<{ readonly rows: number; readonly at: string }> {
  const reader = lines[Symbol.asyncIterator]();
  const header = await readHeader(reader, options.file);
  await checkMigrations(db, header, options.file);
  return db.transaction().execute(async (transaction) => {
    await empty(transaction, options);
    const rows = await takeIn(transaction, reader, { ...options, tables: header.tables });
    await sql`select pg_notify(${options.channel}, ${JSON.stringify({ restored: true })})`.execute(transaction);
    return { rows, at: header.at };
  });
}

async function readHeader(reader: AsyncIterator<string>, file: string): Promise<BackupHeader> {
  const first = await reader.next();
  const header = first.done === true ? undefined : parseLine(first.value);
  if (header?.['format'] !== 'nevertwice-backup' || header['version'] !== 1) {
    return refuse('backup-unreadable', { file, reason: 'it does not begin like a backup' });
  }
  return header as unknown as BackupHeader;
}

async function checkMigrations(db: Kysely<unknown>, header: BackupHeader, file: string): Promise<void> {
  const ours = await migrationNames(db);
  const [missing] = header.migrations.filter((name) => !ours.includes(name));
  if (missing !== undefined) refuse('backup-newer', { file, migration: missing });
  const [added] = ours.filter((name) => !header.migrations.includes(name));
  if (added !== undefined) refuse('backup-older', { file, migration: added });
}

async function empty(transaction: Transaction<unknown>, options: RestoreOptions): Promise<void> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from postmortems) as some`.execute(transaction);
  if (rows[0]?.some === true && !options.replace) refuse('restore-not-empty', { file: options.file });
  await guard(transaction, 'disable');
  const tables = (await backupTables(transaction)).map(({ name }) => sql.table(name));
  const others = EMPTIED_TOO.map((name) => sql.table(name));
  await sql`truncate ${sql.join([...tables, ...others])}`.execute(transaction);
  await guard(transaction, 'enable');
}

async function guard(transaction: Transaction<unknown>, what: 'enable' | 'disable'): Promise<void> {
  for (const { table, triggers } of GUARDS) {
    for (const trigger of triggers) {
      await sql`alter table ${sql.table(table)} ${sql.raw(what)} trigger ${sql.ref(trigger)}`.execute(transaction);
    }
  }
}

interface Intake extends RestoreOptions {
  readonly tables: readonly BackupTable[];
}

async function takeIn(
  transaction: Transaction<unknown>,
  reader: AsyncIterator<string>,
  intake: Intake,
): Promise<number> {
  let table: BackupTable | undefined;
  let batch: string[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (table !== undefined && batch.length > 0) await insertRows(transaction, table, batch);
    batch = [];
    bytes = 0;
  };
  for (;;) {
    const next = await reader.next();
    if (next.done === true) return refuse('backup-unreadable', { file: intake.file, reason: 'its end is missing' });
    const mark =
      next.value.startsWith('{"table":') || next.value.startsWith('{"end":') ? parseLine(next.value) : undefined;
    if (mark === undefined) {
      batch.push(next.value);
      bytes += next.value.length;
      count += 1;
      if (batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES) await flush();
      continue;
    }
    await flush();
    intake.tell(table?.name ?? '', count);
    if (mark['end'] === true) return checkCount(count, mark['rows'], intake.file);
    table = intake.tables.find(({ name }) => name === mark['table']);
    if (table === undefined) {
      refuse('backup-unreadable', {
        file: intake.file,
        reason: `it has a table "${String(mark['table'])}" that nobody knows`,
      });
    }
  }
}

function checkCount(count: number, expected: unknown, file: string): number {
  if (count === expected) return count;
  return refuse('backup-unreadable', { file, reason: `it has ${count} rows instead of ${String(expected)}` });
}

async function insertRows(
  transaction: Transaction<unknown>,
  table: BackupTable,
  rows: readonly string[],
): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table.name)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table.name)}, ${`[${rows.join(',')}]`}::json)`.execute(
    transaction,
  );
}

/** Lines that are no rows; a line that cannot be read is a row that the database will refuse. */
function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
