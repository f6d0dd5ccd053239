import { type Kysely, sql } from 'kysely';

/**
 * Evidence: raw bytes by their SHA-256, in chunks so that a large file never is in memory as a whole; which post-mortem
 * uses them under which name; and the pool of events that they give together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence_blobs (
      workspace_id uuid not null,
      id uuid not null,
      sha256 text,
      size bigint not null default 0,
      created_at timestamptz not null,
      primary key (workspace_id, id)
    );
    create unique index evidence_blobs_by_hash on evidence_blobs (workspace_id, sha256) where sha256 is not null;

    create table evidence_chunks (
      workspace_id uuid not null,
      blob_id uuid not null,
      position int not null,
      bytes bytea not null,
      primary key (workspace_id, blob_id, position),
      foreign key (workspace_id, blob_id) references evidence_blobs (workspace_id, id) on delete cascade
    );
    -- Evidence is mostly text; compressed chunks would hide their bytes from range reads for little gain.
    alter table evidence_chunks alter column bytes set storage external;

    create table evidence_uploads (
      workspace_id uuid not null,
      sha256 text not null,
      user_id uuid not null,
      name text not null,
      at timestamptz not null,
      primary key (workspace_id, sha256, user_id)
    );

    create table postmortem_evidence (
      workspace_id uuid not null,
      postmortem_id uuid not null,
      sha256 text not null,
      position int not null,
      name text not null,
      reference text,
      format text,
      events int not null,
      first_at timestamptz,
      last_at timestamptz,
      findings jsonb not null,
      at timestamptz not null,
      added_by text,
      primary key (workspace_id, postmortem_id, sha256)
    );

    create table evidence_pools (
      workspace_id uuid not null,
      postmortem_id uuid not null,
      settings jsonb not null,
      suggestions jsonb not null,
      primary key (workspace_id, postmortem_id)
    );

    create table evidence_events (
      workspace_id uuid not null,
      postmortem_id uuid not null,
      position int not null,
      kind text not null,
      level text,
      sources text[] not null,
      text text not null,
      event jsonb not null,
      primary key (workspace_id, postmortem_id, position)
    );

    create table images (
      workspace_id uuid not null,
      postmortem_id uuid not null,
      sha256 text not null,
      content_type text not null,
      name text not null,
      bytes bytea not null,
      at timestamptz not null,
      primary key (workspace_id, postmortem_id, sha256)
    );
    alter table images alter column bytes set storage external;
  `.execute(db);
}
