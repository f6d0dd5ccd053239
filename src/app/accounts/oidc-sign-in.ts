import { randomBytes } from 'node:crypto';

import type { Kysely } from 'kysely';

import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import type { Role } from '#core/workflow';
import {
  findFirstWorkspace,
  findHomeWorkspace,
  findUserByEmail,
  findUserByIdentity,
  insertMember,
  insertUser,
  linkIdentity,
  serverSecret,
  type User,
  voidCredentials,
} from '#store/accounts';
import { appendAudit } from '#store/audit';
import type { Tables } from '#store/tables';

import { openSession, type OpenedSession, type Visitor } from './open-session.ts';

/** What of the settings of a provider decides who may enter. */
interface OidcRules {
  /** As people know the provider. */
  readonly name: string;
  readonly issuer: string;
  readonly allowedDomains?: readonly string[] | undefined;
  readonly defaultRole: Role;
}

/** What a provider says about somebody, checked to be its word. */
export interface OidcClaims {
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly name: string | undefined;
}

/**
 * Signs in whom the provider vouches for: by an account that was linked before, by the same e-mail address if the provider
 * has verified it (which ends the password, sessions and tokens the account had), or as somebody new with the default role. Refuses `oidc-domain-refused`, `oidc-email-unverified`,
 * `account-disabled`, and `oidc-failed` before the first run.
 */
export async function signInWithOidc(
  context: AppContext,
  rules: OidcRules,
  arrival: { readonly claims: OidcClaims; readonly visitor: Visitor },
): Promise<OpenedSession> {
  const { claims, visitor } = arrival;
  checkDomain(rules, claims);
  const account = { issuer: rules.issuer, subject: claims.subject };
  const known = await findUserByIdentity(context.db, account);
  const user = known ?? (await context.db.transaction().execute((trx) => welcome(context, trx, { rules, claims })));
  const workspaceId = await findHomeWorkspace(context.db, user.id);
  if (workspaceId === undefined) return refuse('account-disabled', { email: user.email ?? user.name });
  return openSession(context, { userId: user.id, workspaceId, cookieName: visitor.cookieName });
}

/** Signs what a browser keeps between leaving for the provider and coming back; the same in every process. */
export async function oidcFlowSecret(context: AppContext): Promise<Uint8Array> {
  return serverSecret(context.db, 'oidc-flow', randomBytes(32));
}

function checkDomain({ allowedDomains, name }: OidcRules, { email, emailVerified }: OidcClaims): void {
  if (allowedDomains === undefined || allowedDomains.length === 0) return;
  if (email === undefined || !emailVerified) refuse('oidc-email-unverified', { name });
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (!allowedDomains.some((allowed) => allowed.toLowerCase() === domain)) {
    refuse('oidc-domain-refused', { email, domains: allowedDomains.join(', ') });
  }
}

/** Somebody who was never here with this account of the provider. */
async function welcome(
  context: AppContext,
  trx: Kysely<Tables>,
  arrival: { readonly rules: OidcRules; readonly claims: OidcClaims },
): Promise<User> {
  const { claims, rules } = arrival;
  const { email, subject } = claims;
  // Whoever could claim any address here would get the account behind it.
  if (email === undefined || !claims.emailVerified) return refuse('oidc-email-unverified', { name: rules.name });
  const workspace = await findFirstWorkspace(trx);
  if (workspace === undefined) {
    return refuse('oidc-failed', { name: rules.name, reason: 'this installation has no administrator yet' });
  }
  const at = context.now();
  const fresh: User = { id: context.newId(), name: claims.name ?? nameFrom(email), email, passwordHash: null };
  const isNew = await insertUser(trx, { ...fresh, at });
  const user = isNew ? fresh : ((await findUserByEmail(trx, email)) ?? fresh);
  // Nobody proved the address of a local account; whoever took it in advance must not stay in it beside its owner.
  if (!isNew) await voidCredentials(trx, user.id);
  await linkIdentity(trx, { issuer: rules.issuer, subject }, { userId: user.id, at });
  if (isNew) await insertMember(trx, { workspaceId: workspace.id, userId: user.id }, { role: rules.defaultRole, at });
  await appendAudit(trx, {
    workspaceId: workspace.id,
    subject: `person:${user.id}`,
    action: isNew ? 'person-added' : 'identity-linked',
    details: { name: user.name, issuer: rules.issuer, ...(isNew && { role: rules.defaultRole }) },
    by: user.id,
  });
  return user;
}

/** `ada.lovelace@example.com` as `ada.lovelace`, until they choose another name. */
function nameFrom(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
