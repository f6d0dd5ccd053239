import { type Kysely, sql } from 'kysely';

/**
 * Workspaces, post-mortems with everything in them, their history, their words for the search, and the audit trail.
 * The first column of every key is the workspace, so that a database can be divided by it.
 *
 * Columns of `json` keep the order of keys: what they hold is read back as it was written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [WORKSPACES, POSTMORTEMS, LISTS, HISTORY, SEARCH, AUDIT, REQUESTS]) await part.execute(db);
}

const WORKSPACES = sql`
  create table workspaces (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null
  );

  create table settings (
    workspace_id uuid primary key references workspaces (id),
    revision int not null,
    value json not null,
    updated_at timestamptz not null,
    updated_by uuid
  );
`;

const POSTMORTEMS = sql`
  create table postmortems (
    workspace_id uuid not null,
    id uuid not null,
    key text,
    title text not null,
    status text not null,
    severity_label text,
    severity_rank int,
    private boolean not null,
    access uuid[] not null,
    dialect text not null,
    services text[] not null,
    teams text[] not null,
    tags text[] not null,
    named text[] not null,
    incident_at timestamptz,
    impact_seconds double precision,
    events int not null,
    actions int not null,
    open_actions int not null,
    completeness double precision not null,
    summary text,
    revision int not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    body json not null,
    sorted_at timestamptz not null generated always as (coalesce(incident_at, created_at)) stored,
    primary key (workspace_id, id)
  );
  -- Lists read rows, and never the body.
  alter table postmortems set (toast_tuple_target = 512);

  create index postmortems_by_incident on postmortems (workspace_id, sorted_at desc, id desc) where deleted_at is null;
  create index postmortems_by_update on postmortems (workspace_id, updated_at desc, id desc) where deleted_at is null;
  create index postmortems_by_title on postmortems (workspace_id, lower(left(title, 100)), id) where deleted_at is null;
  create index postmortems_by_severity
    on postmortems (workspace_id, coalesce(severity_rank, 1000), sorted_at desc, id desc) where deleted_at is null;
  create index postmortems_by_status on postmortems (workspace_id, status, sorted_at desc, id desc) where deleted_at is null;
  create index postmortems_by_author
    on postmortems (workspace_id, created_by, updated_at desc, id desc) where deleted_at is null;
  create index postmortems_by_label on postmortems using gin (services, teams, tags, named)
    with (fastupdate = on, gin_pending_list_limit = 256);
`;

const LISTS = sql`
  create table sections (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    path text not null,
    text text not null,
    primary key (workspace_id, postmortem_id, path),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );

  create table timeline_events (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    row_id text not null,
    position double precision not null,
    instant timestamptz,
    text text not null,
    moments text[] not null,
    sources text[] not null,
    item json not null,
    meta json,
    primary key (workspace_id, postmortem_id, row_id),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );

  create table actions (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    row_id text not null,
    position double precision not null,
    text text not null,
    owner text,
    owners text[] not null,
    due_on date,
    state text not null,
    item json not null,
    meta json,
    primary key (workspace_id, postmortem_id, row_id),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );
  create index actions_by_due on actions (workspace_id, coalesce(due_on, '9999-12-31'), postmortem_id, row_id);
  create index actions_by_owner on actions using gin (owners) with (fastupdate = on, gin_pending_list_limit = 256);
`;

const HISTORY = sql`
  create table revisions (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    revision int not null,
    at timestamptz not null,
    since timestamptz not null,
    by uuid[] not null,
    via text not null,
    note text,
    dialect text not null,
    markdown text not null,
    bytes int not null,
    content json not null,
    primary key (workspace_id, postmortem_id, revision),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );

  create table source_documents (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    name text,
    markdown text not null,
    primary key (workspace_id, postmortem_id),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );

  create table live_states (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    revision int not null,
    state bytea not null,
    primary key (workspace_id, postmortem_id),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );
`;

const SEARCH = sql`
  create table search_documents (
    workspace_id uuid not null,
    postmortem_id uuid not null,
    incident_at timestamptz not null,
    document tsvector not null,
    primary key (workspace_id, postmortem_id),
    foreign key (workspace_id, postmortem_id) references postmortems (workspace_id, id) on delete cascade
  );
  -- Candidates are found and put in order without reading a document.
  alter table search_documents set (toast_tuple_target = 128);
  -- A long list of pending words would make searches slow, none at all every save.
  create index search_documents_words on search_documents using gin (document)
    with (fastupdate = on, gin_pending_list_limit = 512);
`;

const AUDIT = sql`
  create table audit_entries (
    workspace_id uuid not null,
    subject text not null,
    position int not null,
    at timestamptz not null,
    by uuid,
    action text not null,
    details json not null,
    previous bytea,
    hash bytea not null,
    primary key (workspace_id, subject, position)
  );
  create index audit_entries_by_time on audit_entries (workspace_id, at desc, subject desc, position desc);

  create function refuse_change_of_audit() returns trigger language plpgsql as $$
  begin
    raise exception 'The audit trail can only grow.';
  end $$;
  create trigger audit_only_grows before update or delete on audit_entries
    for each row execute function refuse_change_of_audit();
  create trigger audit_is_not_emptied before truncate on audit_entries
    for each statement execute function refuse_change_of_audit();
`;

const REQUESTS = sql`
  create table idempotency_keys (
    workspace_id uuid not null,
    user_id uuid not null,
    route text not null,
    key text not null,
    request_hash bytea not null,
    response json,
    at timestamptz not null,
    primary key (workspace_id, user_id, route, key)
  );
  create index idempotency_keys_by_age on idempotency_keys (at);

  create table saved_filters (
    workspace_id uuid not null,
    user_id uuid not null,
    id uuid not null,
    name text not null,
    query text not null,
    created_at timestamptz not null,
    primary key (workspace_id, user_id, id)
  );
`;
