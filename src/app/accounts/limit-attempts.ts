import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import { forgetAttempts, lockAttempts, writeAttempt } from '#store/accounts';

import { ACCOUNT_POLICY, ADDRESS_POLICY, afterFailure, afterSuccess, waitingTime } from './attempt-limit.ts';
import { DAY, plusSeconds } from './instants.ts';
import { hashSecret } from './secrets.ts';

/** What attempts are counted by. */
interface AttemptKeys {
  readonly account: string;
  readonly address: string;
}

/** Names the account and the address of an attempt, whether or not there is such an account. */
export function attemptKeys(email: string, address: string): AttemptKeys {
  const account = Buffer.from(hashSecret(email.trim().toLowerCase())).toString('base64url');
  return { account: `account:${account}`, address: `address:${address}` };
}

/**
 * Counts an attempt as failed before it is made, so that a hundred at once are a hundred. Refuses `too-many-attempts`
 * where it comes too soon after others.
 */
export async function beginAttempt(context: AppContext, keys: AttemptKeys): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (trx) => {
    const [account, address] = await lockAttempts(trx, [keys.account, keys.address], now);
    const wait = Math.max(waitingTime(account, now), waitingTime(address, now));
    if (wait > 0) refuse('too-many-attempts', { retryAfterSeconds: wait });
    await writeAttempt(trx, keys.account, afterFailure(account, now, ACCOUNT_POLICY));
    await writeAttempt(trx, keys.address, afterFailure(address, now, ADDRESS_POLICY));
  });
}

/** Takes back what {@link beginAttempt} counted: it was the right password. */
export async function endAttempt(context: AppContext, keys: AttemptKeys): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (trx) => {
    const [, address] = await lockAttempts(trx, [keys.account, keys.address], now);
    if (address !== undefined) await writeAttempt(trx, keys.address, afterSuccess(address, now));
    await forgetAttempts(trx, keys.account, plusSeconds(now, -DAY));
  });
}
