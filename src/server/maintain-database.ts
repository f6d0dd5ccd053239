import { openBeside } from '#store/connection';
import { readBackup, writeBackup } from '#store/backup';
import { CHANGE_CHANNEL } from '#store/changes';
import { migrate } from '#store/migrations';

/** Which database. */
export interface DatabasePlace {
  readonly dataDirectory: string;
  /** `postgresql://…` of a server that somebody else runs; absent: the embedded one. */
  readonly databaseUrl?: string | undefined;
}

/** Hears how far a long work is: rows so far, and the table they belong to. */
type Tell = (table: string, rows: number) => void;

/** The whole database as lines, one moment of it, also while a server runs on it. Puts real parts together. */
export async function* backupLines(place: DatabasePlace, tell: Tell): AsyncGenerator<string> {
  const database = await openPlace(place);
  try {
    await migrate(database.db);
    yield* writeBackup(database.db, { at: new Date().toISOString(), tell });
  } finally {
    await database.close();
  }
}

/** Takes in the lines of a backup, all or nothing, also while a server runs on the database. Puts real parts together. */
export async function restoreLines(
  place: DatabasePlace,
  lines: AsyncIterable<string>,
  options: { readonly file: string; readonly replace: boolean; readonly tell: Tell },
): Promise<{ readonly rows: number; readonly at: string }> {
  const database = await openPlace(place);
  try {
    await migrate(database.db);
    return await readBackup(database.db, lines, { ...options, channel: CHANGE_CHANNEL });
  } finally {
    await database.close();
  }
}

async function openPlace({ dataDirectory, databaseUrl }: DatabasePlace): ReturnType<typeof openBeside> {
  return openBeside({ dataDirectory, poolSize: 2, ...(databaseUrl !== undefined && { databaseUrl }) });
}
