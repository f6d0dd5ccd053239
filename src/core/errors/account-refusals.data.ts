import { rule } from './refusal-rule.ts';

/** The part of the table of refusals that is about accounts: signing in, people, invitations, tokens. */
export const ACCOUNT_REFUSALS = {
  'credentials-wrong': rule(
    'forbidden',
    () => 'The e-mail address and the password do not belong together.',
    'Check both and try again. An administrator can invite you anew.',
  ),
  'too-many-attempts': rule(
    'limited',
    (p: { retryAfterSeconds: number }) =>
      `There were too many attempts to sign in; the next is taken in ${p.retryAfterSeconds} seconds.`,
    'Wait that long and try again.',
  ),
  'setup-link-void': rule(
    'forbidden',
    () => 'This link for the first administrator is not valid any more.',
    'Take the newest link that the server printed; starting the server again prints a new one.',
  ),
  'setup-done': rule(
    'conflict',
    () => 'The first administrator has been created already.',
    'Sign in, or ask an administrator for an invitation.',
  ),
  'invitation-void': rule(
    'missing',
    () => 'This invitation is not valid any more: it was used, withdrawn, or is older than 7 days.',
    'Ask whoever invited you for a new link.',
  ),
  'invitation-for-another': rule(
    'invalid',
    (p: { email: string; given: string }) => `This invitation is for "${p.email}", not for "${p.given}".`,
    'Join with the address that was invited, or ask for another invitation.',
  ),
  'account-exists': rule(
    'conflict',
    (p: { email: string }) => `There is an account for "${p.email}" already.`,
    'Sign in with it.',
  ),
  'account-disabled': rule(
    'forbidden',
    (p: { email: string }) => `The account of "${p.email}" cannot be used here.`,
    'Ask an administrator of the workspace to enable it.',
  ),
  'last-admin': rule(
    'conflict',
    (p: { name: string }) => `"${p.name}" is the only administrator of the workspace.`,
    'Make somebody else an administrator first.',
  ),
  'person-missing': rule(
    'missing',
    (p: { id: string }) => `There is nobody with the id "${p.id}" in this workspace.`,
    'Look at the list of people.',
  ),
  'invitation-missing': rule(
    'missing',
    (p: { id: string }) => `There is no open invitation with the id "${p.id}".`,
    'Look at the list of invitations.',
  ),
  'token-missing': rule(
    'missing',
    (p: { id: string }) => `You have no API token with the id "${p.id}".`,
    'Look at the list of your tokens.',
  ),
  'password-wrong': rule(
    'forbidden',
    () => 'The current password is not right.',
    'Type the password you sign in with now.',
  ),
  'session-required': rule(
    'forbidden',
    () => 'An API token cannot do this.',
    'Sign in with your account and do it there.',
  ),
  'token-too-wide': rule(
    'forbidden',
    (p: { scope: string }) => `The API token in use does not have the scope "${p.scope}" that this one has.`,
    'Sign in with your account and do it there.',
  ),
  'csrf-refused': rule(
    'forbidden',
    (p: { reason: string }) => `The request was not taken as yours: ${p.reason}.`,
    'Reload the page and try again; programs use an API token.',
  ),
  'oidc-off': rule(
    'missing',
    () => 'This installation has no sign-in with another service.',
    'Sign in with e-mail and password.',
  ),
  'oidc-failed': rule(
    'unavailable',
    (p: { name: string; reason: string }) => `Signing in with ${p.name} did not work: ${p.reason}.`,
    'Try again; if it stays, tell whoever runs the server.',
  ),
  'oidc-lost': rule(
    'forbidden',
    (p: { name: string }) => `This sign-in with ${p.name} was begun in another browser, or more than 10 minutes ago.`,
    'Begin again from the sign-in page.',
  ),
  'oidc-email-unverified': rule(
    'forbidden',
    (p: { name: string }) => `${p.name} does not say that your e-mail address is verified.`,
    'Verify the address there, then sign in again.',
  ),
  'oidc-domain-refused': rule(
    'forbidden',
    (p: { email: string; domains: string }) => `"${p.email}" is not an address of ${p.domains}.`,
    'Sign in with the account of your organisation.',
  ),
} as const;
