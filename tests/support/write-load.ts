// Writes as fast as it can: `node write-load.ts DIRECTORY FIRST`. Each line of its output is the number of a row whose
// writing was acknowledged before the line was written. A lost connection is waited out; anything else ends it.
import { setTimeout as wait } from 'node:timers/promises';

import { sql } from 'kysely';

import { isConnectionLost, openDatabase } from '#store/connection';

const WRITERS = 4;

const [directory = '', first = '0'] = process.argv.slice(2);
const { db } = await openDatabase({ dataDirectory: directory });
await sql`create table if not exists writes (id bigint primary key, body text not null)`.execute(db);

let id = Number(first);
await Promise.all(Array.from({ length: WRITERS }, () => writeForever()));

async function writeForever(): Promise<never> {
  for (;;) {
    id += 1;
    const mine = id;
    try {
      await sql`insert into writes values (${mine}, ${'x'.repeat(200)})`.execute(db);
      process.stdout.write(`${String(mine)}\n`);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      await wait(10);
    }
  }
}
