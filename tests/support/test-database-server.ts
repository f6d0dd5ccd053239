// A database server for the tests of one run: `node test-database-server.ts DIRECTORY PID`. It ends with that process.
import { rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { openDatabase } from '#store/connection';

const [directory = '', parent = ''] = process.argv.slice(2);

const database = await openDatabase({ dataDirectory: join(directory, 'data'), poolSize: 2 });
await writeFile(join(directory, 'url.new'), database.url);
await rename(join(directory, 'url.new'), join(directory, 'url'));
while (isRunning(Number(parent))) await wait(300);
await database.close();
rmSync(directory, { recursive: true, force: true });

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
