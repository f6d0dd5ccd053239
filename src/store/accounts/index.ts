export { type ExternalAccount, findUserByIdentity, linkIdentity } from './identities.ts';
export {
  deleteInvitation,
  findInvitation,
  insertInvitation,
  type Invitation,
  listInvitations,
  type NewInvitation,
} from './invitations.ts';
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
export {
  deleteSession,
  deleteSessions,
  findSession,
  type FoundSession,
  insertSession,
  type NewSession,
  touchSession,
} from './sessions.ts';
export { deleteSetupTokens, insertSetupToken, isSetupToken, lockSetup } from './setup-tokens.ts';
export { type AttemptRecord, forgetAttempts, lockAttempts, writeAttempt } from './sign-in-attempts.ts';
export {
  deleteToken,
  findToken,
  type FoundToken,
  insertToken,
  listTokens,
  type NewToken,
  type StoredToken,
  touchToken,
} from './tokens.ts';
export { findUser, findUserByEmail, insertUser, type NewUser, updateUser, type User } from './users.ts';
export { findFirstWorkspace, findWorkspace, insertWorkspace, renameWorkspace, type Workspace } from './workspaces.ts';
