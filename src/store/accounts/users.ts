import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** A person of this installation. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
}

/** What a new person is stored with. */
interface NewUser extends User {
  readonly at: string;
}

/** Stores a person; false where the e-mail address belongs to somebody already. */
export async function insertUser(db: Kysely<Tables>, user: NewUser): Promise<boolean> {
  const done = await db
    .insertInto('users')
    .values({
      id: user.id,
      name: user.name,
      email: user.email,
      password_hash: user.passwordHash,
      created_at: user.at,
      last_seen_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The person with that e-mail address, whatever its case. */
export async function findUserByEmail(db: Kysely<Tables>, email: string): Promise<User | undefined> {
  return selectUser(db)
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
}

/** The person with that id. */
export async function findUser(db: Kysely<Tables>, id: string): Promise<User | undefined> {
  return selectUser(db).where('id', '=', id).executeTakeFirst();
}

/** Changes name or password. */
export async function updateUser(
  db: Kysely<Tables>,
  id: string,
  change: { readonly name?: string | undefined; readonly passwordHash?: string | undefined },
): Promise<void> {
  const { name, passwordHash } = change;
  if (name === undefined && passwordHash === undefined) return;
  await db
    .updateTable('users')
    .set({
      ...(name !== undefined && { name }),
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * Ends everything that a password of the account could have opened: the password itself, sessions, tokens. For the moment
 * in which the owner of its address is proven to be somebody for the first time.
 */
export async function voidCredentials(db: Kysely<Tables>, id: string): Promise<void> {
  await db.updateTable('users').set({ password_hash: null }).where('id', '=', id).execute();
  await db.deleteFrom('sessions').where('user_id', '=', id).execute();
  await db.deleteFrom('tokens').where('user_id', '=', id).execute();
}

function selectUser(db: Kysely<Tables>) {
  return db.selectFrom('users').select(['id', 'name', 'email', 'password_hash as passwordHash']);
}
