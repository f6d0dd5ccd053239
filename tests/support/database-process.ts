// Opens the embedded database of a directory and holds it: `node database-process.ts DIRECTORY`. Says one line of JSON:
// that it is ready, or what was refused. SIGTERM and SIGINT close it; `exit` on standard input leaves without closing.
import { createInterface } from 'node:readline';

import { Refusal } from '#core/errors';
import { type Database, openDatabase } from '#store/connection';

const [directory = ''] = process.argv.slice(2);
const database = await openOrSay();

if (database !== undefined) {
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => leave(database));
  // A line, or the end of whoever started us.
  const input = createInterface(process.stdin);
  for (const event of ['line', 'close']) input.once(event, () => process.exit(0));
  // Last: whoever hears it may send a signal at once.
  say({ ready: true, url: database.url });
}

async function openOrSay(): Promise<Database | undefined> {
  try {
    return await openDatabase({ dataDirectory: directory });
  } catch (error) {
    say(error instanceof Refusal ? { refused: error.code, message: error.message } : { bug: (error as Error).stack });
    process.exitCode = 1;
    return undefined;
  }
}

function leave(open: Database): void {
  // The server outlives a signal to the whole group for as long as we need it.
  open.pool
    .query('select 1')
    .then(() => open.close())
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      say({ bug: String(error) });
      process.exit(1);
    });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
