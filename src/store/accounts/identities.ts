import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

import type { User } from './users.ts';

/** An account at an OIDC provider. */
interface ExternalAccount {
  readonly issuer: string;
  readonly subject: string;
}

/** The person who signs in with that account. */
export async function findUserByIdentity(db: Kysely<Tables>, account: ExternalAccount): Promise<User | undefined> {
  return db
    .selectFrom('identities')
    .innerJoin('users', 'users.id', 'identities.user_id')
    .where('identities.issuer', '=', account.issuer)
    .where('identities.subject', '=', account.subject)
    .select(['users.id', 'users.name', 'users.email', 'users.password_hash as passwordHash'])
    .executeTakeFirst();
}

/** Lets the person sign in with that account; stays as it is where it is known already. */
export async function linkIdentity(
  db: Kysely<Tables>,
  account: ExternalAccount,
  owner: { readonly userId: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto('identities')
    .values({ issuer: account.issuer, subject: account.subject, user_id: owner.userId, created_at: owner.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
