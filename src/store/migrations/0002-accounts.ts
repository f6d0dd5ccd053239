import { type Kysely, sql } from 'kysely';

/**
 * Accounts. People, their sessions and what opens a first door (setup links, attempts, secrets) belong to the
 * installation: nobody's workspace is known yet where they are looked up. What a person is and holds in a workspace
 * (membership, tokens, invitations) is keyed by the workspace; secrets are found by the index over their hash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
}

const STATEMENTS = [
  sql`
    create table users (
      id uuid primary key,
      name text not null,
      email text,
      password_hash text,
      created_at timestamptz not null,
      last_seen_at timestamptz
    )`,
  sql`create unique index users_email on users (lower(email))`,

  sql`
    create table identities (
      issuer text not null,
      subject text not null,
      user_id uuid not null references users (id) on delete cascade,
      created_at timestamptz not null,
      primary key (issuer, subject)
    )`,
  sql`create index identities_user on identities (user_id)`,

  sql`
    create table memberships (
      workspace_id uuid not null,
      user_id uuid not null references users (id) on delete cascade,
      role text not null check (role in ('reader', 'contributor', 'facilitator', 'admin')),
      created_at timestamptz not null,
      disabled_at timestamptz,
      primary key (workspace_id, user_id)
    )`,
  sql`create index memberships_user on memberships (user_id)`,

  sql`
    create table sessions (
      hash bytea primary key,
      id uuid not null,
      user_id uuid not null references users (id) on delete cascade,
      workspace_id uuid not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null,
      ends_at timestamptz not null
    )`,
  sql`create index sessions_user on sessions (user_id)`,
  sql`create index sessions_expiry on sessions (expires_at)`,

  sql`
    create table tokens (
      workspace_id uuid not null,
      id uuid not null,
      hash bytea not null,
      user_id uuid not null references users (id) on delete cascade,
      name text not null,
      scopes text[] not null,
      created_at timestamptz not null,
      used_at timestamptz,
      expires_at timestamptz,
      primary key (workspace_id, id)
    )`,
  sql`create index tokens_hash on tokens (hash)`,
  sql`create index tokens_user on tokens (workspace_id, user_id)`,

  sql`
    create table invitations (
      workspace_id uuid not null,
      id uuid not null,
      hash bytea not null,
      email text,
      role text not null check (role in ('reader', 'contributor', 'facilitator', 'admin')),
      created_by uuid references users (id) on delete set null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (workspace_id, id)
    )`,
  sql`create index invitations_hash on invitations (hash)`,

  sql`create table setup_tokens (hash bytea primary key, created_at timestamptz not null)`,

  sql`
    create table sign_in_attempts (
      key text primary key,
      failures int not null,
      last_at timestamptz not null,
      blocked_until timestamptz not null
    )`,
  sql`create index sign_in_attempts_last on sign_in_attempts (last_at)`,

  sql`create table server_secrets (name text primary key, secret bytea not null)`,
];
