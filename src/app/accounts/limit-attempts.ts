import type { Transaction } from 'kysely';

import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import { forgetAttempts, hasAttempt, lockAttempts, writeAttempt } from '#store/accounts';
import type { Tables } from '#store/tables';

import { ACCOUNT_POLICY, ADDRESS_POLICY, afterFailure, afterSuccess, waitingTime } from './attempt-limit.ts';
import { DAY, plusSeconds } from './instants.ts';
import { hashSecret } from './secrets.ts';

/** How long it is remembered, in seconds, that somebody signed in from an address. */
const KNOWN_FOR = 30 * DAY;

/** What attempts are counted by. */
interface AttemptKeys {
  readonly account: string;
  readonly address: string;
  /** The account from this address, once it was signed in to from there. */
  readonly known: string;
}

/** Names the account and the address of an attempt, whether or not there is such an account. */
export function attemptKeys(email: string, address: string): AttemptKeys {
  const account = Buffer.from(hashSecret(email.trim().toLowerCase())).toString('base64url');
  return { account: `account:${account}`, address: `address:${address}`, known: `known:${account} ${address}` };
}

/**
 * Counts an attempt as failed before it is made, so that a hundred at once are a hundred. Refuses `too-many-attempts`
 * where it comes too soon after others.
 */
export async function beginAttempt(context: AppContext, keys: AttemptKeys): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (trx) => {
    const by = await accountKey(trx, keys, now);
    const [account, address] = await lockAttempts(trx, [by, keys.address], now);
    const wait = Math.max(waitingTime(account, now), waitingTime(address, now));
    if (wait > 0) refuse('too-many-attempts', { retryAfterSeconds: wait });
    await writeAttempt(trx, by, afterFailure(account, now, ACCOUNT_POLICY));
    await writeAttempt(trx, keys.address, afterFailure(address, now, ADDRESS_POLICY));
  });
}

/** Takes back what {@link beginAttempt} counted: it was the right password. */
export async function endAttempt(context: AppContext, keys: AttemptKeys): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (trx) => {
    const by = await accountKey(trx, keys, now);
    const [, address] = await lockAttempts(trx, [keys.known, keys.address], now);
    if (address !== undefined) await writeAttempt(trx, keys.address, afterSuccess(address, now));
    await writeAttempt(trx, keys.known, { failures: 0, lastAt: now, blockedUntil: now });
    const old = { attempt: plusSeconds(now, -DAY), known: plusSeconds(now, -KNOWN_FOR) };
    // What others tried from elsewhere goes on to count.
    await forgetAttempts(trx, by === keys.known ? undefined : by, old);
  });
}

/**
 * Where somebody has signed in before, attempts count by themselves: strangers who guess from everywhere would otherwise
 * keep the owner out for as long as they like.
 */
async function accountKey(trx: Transaction<Tables>, keys: AttemptKeys, now: string): Promise<string> {
  return (await hasAttempt(trx, keys.known, plusSeconds(now, -KNOWN_FOR))) ? keys.known : keys.account;
}
