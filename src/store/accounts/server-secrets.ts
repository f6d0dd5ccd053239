import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

/** The secret of that name; `fresh` becomes it where there is none. Every process on the database gets the same. */
export async function serverSecret(db: Kysely<Tables>, name: string, fresh: Uint8Array): Promise<Uint8Array> {
  await db
    .insertInto('server_secrets')
    .values({ name, secret: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('server_secrets').where('name', '=', name).select('secret').executeTakeFirstOrThrow();
  return row.secret;
}
