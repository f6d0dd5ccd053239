import { readFileSync } from 'node:fs';

/** The account that the server runs as when we are root, which PostgreSQL refuses to be. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Best first: one made for us, one made for databases, one that owns nothing. */
const PREFERRED = ['nevertwice', 'postgres', '_postgres', 'nobody', 'daemon'];

/** Whom to run the server as: `undefined` means as ourselves. `owner` is who owns the data already, if anybody does. */
export function chooseDatabaseUser(owner?: number): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const known = accounts.find((account) => account.uid === owner);
  if (known !== undefined) return known;
  const ranked = PREFERRED.flatMap((name) => accounts.filter((account) => account.name === name));
  return ranked[0] ?? accounts[0] ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/** Accounts of this machine that are not root. */
function readAccounts(): DatabaseUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && Number.isInteger(account.uid) && account.uid !== 0);
}
