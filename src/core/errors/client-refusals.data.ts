import { rule } from './refusal-rule.ts';

/** The part of the table of refusals that is about reaching a server from the command line. */
export const CLIENT_REFUSALS = {
  'server-unnamed': rule(
    'invalid',
    (p: { command: string }) => `"nevertwice ${p.command}" was not told which server.`,
    'Add --server https://…, or set NEVERTWICE_SERVER.',
  ),
  'server-unreachable': rule(
    'unavailable',
    (p: { server: string; reason: string }) => `The server ${p.server} cannot be reached: ${p.reason}.`,
    'Check the address and the network, and whether the server is running.',
  ),
  'server-unclear': rule(
    'unavailable',
    (p: { server: string; detail: string }) => `The server ${p.server} answered with something else: ${p.detail}`,
    'Check that the address is that of a nevertwice server of the same version.',
  ),
  'login-missing': rule(
    'forbidden',
    (p: { server: string }) => `You are not logged in to ${p.server}.`,
    'Run "nevertwice login" with the same --server, or set NEVERTWICE_TOKEN.',
  ),
  'login-refused': rule(
    'forbidden',
    (p: { server: string }) => `The server ${p.server} does not know the token, or not any more.`,
    'Run "nevertwice login" again, or make a new token in the settings.',
  ),
  'login-unreadable': rule(
    'invalid',
    (p: { path: string; reason: string }) => `The stored logins in "${p.path}" cannot be read: ${p.reason}.`,
    'Delete the file and log in again.',
  ),
  'nobody-to-ask': rule(
    'invalid',
    () => '"nevertwice login" has nobody to ask for an e-mail address and a password.',
    'Give --email and the password on standard input, or --token with "-" and the token on standard input.',
  ),
} as const;
