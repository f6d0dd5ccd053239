export { accountUseCases } from './account-use-cases.ts';
export { type Identified, identifySession, identifyToken, signOut } from './identify.ts';
export { acceptInvitation, readInvitation } from './join.ts';
export { oidcFlowSecret, type OidcClaims, signInWithOidc } from './oidc-sign-in.ts';
export { describeSession, type OpenedSession, SESSION_LONGEST, type Visitor } from './open-session.ts';
export { csrfTokenOf } from './secrets.ts';
export { completeSetup, needsSetup, newSetupSecret } from './setup.ts';
export { signIn } from './sign-in.ts';
export { updateMe } from './update-me.ts';
