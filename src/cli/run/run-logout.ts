import { Refusal, refuse } from '#core/errors';

import { type ClientEnvironment, readClientEnvironment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readLogins, type StoredLogin, type StoredLogins, writeLogins } from '../files/login-store.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { ownLoginFile } from './login-file.ts';
import { serverOrigin, tokenClient } from './server-client.ts';

/** Options of `nevertwice logout`. */
export interface LogoutOptions {
  readonly server?: string;
  readonly json?: boolean;
}

/** Runs `nevertwice logout`. The login is forgotten here whether or not its server can be told. */
export async function runLogout(options: LogoutOptions, screen: Screen): Promise<ExitCode> {
  const environment = readClientEnvironment();
  const path = ownLoginFile(environment);
  const logins = readLogins(path);
  const server = chosenServer(options.server, environment, logins);
  const login = logins[server] ?? refuse('login-missing', { server });
  const { [server]: _gone, ...rest } = logins;
  writeLogins(path, rest);
  const problem = await revoke(server, login);
  const revoked = login.tokenId !== undefined && problem === undefined;
  if (options.json) screen.out.write(`${JSON.stringify({ server, revoked })}\n`);
  else tell(screen, { server, problem, known: login.tokenId !== undefined });
  return EXIT.done;
}

function chosenServer(given: string | undefined, environment: ClientEnvironment, logins: StoredLogins): string {
  const [only, another] = Object.keys(logins);
  const isClear = given === undefined && environment.server === undefined && another === undefined;
  return isClear && only !== undefined ? only : serverOrigin(given, { command: 'logout', environment });
}

/** Undefined where the token is revoked, or is not ours to revoke. */
async function revoke(server: string, login: StoredLogin): Promise<Refusal | undefined> {
  if (login.tokenId === undefined) return undefined;
  try {
    await tokenClient(server, login.token).call('revokeToken', { path: { tokenId: login.tokenId } });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // It ended before, which is what was wanted.
    return error.code === 'login-refused' ? undefined : error;
  }
}

function tell(
  screen: Screen,
  facts: { readonly server: string; readonly problem: Refusal | undefined; readonly known: boolean },
): void {
  screen.err.lines([`Logged out of ${facts.server}.`]);
  if (!facts.known) screen.err.lines(['The token was made elsewhere and stays good; revoke it in the settings.']);
  if (facts.problem === undefined) return;
  const finding = facts.problem.toFinding();
  const help = 'The token stays good until you revoke it in the settings of the server.';
  printFindings(screen.err, [{ ...finding, severity: 'warning', help }]);
}
