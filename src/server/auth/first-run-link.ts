import { newSetupSecret } from '#app/accounts';
import type { AppContext } from '#app/context';

/**
 * Link that makes the first administrator, new on every start; undefined once there is one. The secret stands behind the
 * `#`, so that no log on the way holds it.
 */
export async function firstRunLink(context: AppContext, publicUrl: string): Promise<string | undefined> {
  const secret = await newSetupSecret(context);
  return secret === undefined ? undefined : `${publicUrl}/setup#token=${secret}`;
}
