export { findUserByIdentity, linkIdentity } from './identities.ts';
export { deleteInvitation, findInvitation, insertInvitation, type Invitation, listInvitations } from './invitations.ts';
export {
  findHomeWorkspace,
  findMember,
  hasAdmin,
  insertMember,
  listMembers,
  lockAdmins,
  type Member,
  type MemberKey,
  updateMember,
} from './memberships.ts';
export { serverSecret } from './server-secrets.ts';
export { deleteSession, deleteSessions, findSession, insertSession, touchSession } from './sessions.ts';
export { deleteSetupTokens, insertSetupToken, isSetupToken, lockSetup } from './setup-tokens.ts';
export { forgetAttempts, hasAttempt, lockAttempts, writeAttempt } from './sign-in-attempts.ts';
export { deleteToken, findToken, insertToken, listTokens, touchToken } from './tokens.ts';
export { findUser, findUserByEmail, insertUser, updateUser, type User, voidCredentials } from './users.ts';
export { findFirstWorkspace, findWorkspace, insertWorkspace, renameWorkspace, type Workspace } from './workspaces.ts';
