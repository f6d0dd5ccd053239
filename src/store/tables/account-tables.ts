import type { Role, Scope } from '#core/workflow';

/** Times are ISO instants with milliseconds; hashes and secrets are bytes. */
export interface AccountTables {
  users: UserTable;
  identities: IdentityTable;
  memberships: MembershipTable;
  sessions: SessionTable;
  tokens: TokenTable;
  invitations: InvitationTable;
  setup_tokens: SetupTokenTable;
  sign_in_attempts: SignInAttemptTable;
  server_secrets: ServerSecretTable;
}

/** People, once per installation. */
interface UserTable {
  id: string;
  name: string;
  /** As it was written; unique without regard to case. */
  email: string | null;
  /** argon2id in PHC form; null for people who sign in elsewhere. */
  password_hash: string | null;
  created_at: string;
  last_seen_at: string | null;
}

/** Accounts of a person at an OIDC provider. */
interface IdentityTable {
  issuer: string;
  subject: string;
  user_id: string;
  created_at: string;
}

/** What a person is in a workspace. */
interface MembershipTable {
  workspace_id: string;
  user_id: string;
  role: Role;
  created_at: string;
  disabled_at: string | null;
}

interface SessionTable {
  hash: Uint8Array;
  id: string;
  user_id: string;
  workspace_id: string;
  created_at: string;
  seen_at: string;
  /** Slides with use. */
  expires_at: string;
  /** Does not slide. */
  ends_at: string;
}

interface TokenTable {
  workspace_id: string;
  id: string;
  hash: Uint8Array;
  user_id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  used_at: string | null;
  expires_at: string | null;
}

interface InvitationTable {
  workspace_id: string;
  id: string;
  hash: Uint8Array;
  email: string | null;
  role: Role;
  created_by: string | null;
  created_at: string;
  expires_at: string;
}

interface SetupTokenTable {
  hash: Uint8Array;
  created_at: string;
}

/** Failed attempts to sign in, by account and by address. */
interface SignInAttemptTable {
  key: string;
  failures: number;
  last_at: string;
  blocked_until: string;
}

/** Secrets of this installation, made when first needed. */
interface ServerSecretTable {
  name: string;
  secret: Uint8Array;
}
