import { availableParallelism } from 'node:os';

import { hash, verify } from '@node-rs/argon2';

import { takeTurns } from './take-turns.ts';

/** argon2id, the package's default kind, as OWASP asks for it: 19 MiB, two rounds, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody has: what is checked where there is no account, so that it takes as long. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$BbDJToIootp3rQypTt8/nQ$kNMQVvQGpZ4lVun1G67xXmTrXaFzH1eY/7HCzO2OZ4M';

// Each hash fills a core and 19 MiB for a moment; more at once only make everybody wait, and the rest of the server, too.
const inTurn = takeTurns(availableParallelism());

/** Hashes a password, off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(canonical(password), COST));
}

/** True if it is the password; `undefined` or `null` for nobody's hash takes as long and is never true. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(passwordHash ?? NOBODYS, canonical(password)));
  return right && typeof passwordHash === 'string';
}

/** The same password typed on another keyboard may arrive in other code points. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}
