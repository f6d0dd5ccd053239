import type { ColumnType } from 'kysely';

import type { MomentKind } from '#core/record';

/** JSON: read as data, written as text. It keeps the order of keys, as what it holds was written. */
type Json<Value> = ColumnType<Value, string, string>;

/** Tables of post-mortems by name. Times are ISO instants with milliseconds, ids are UUIDs. */
export interface PostmortemTables {
  workspaces: WorkspaceTable;
  settings: SettingsTable;
  postmortems: PostmortemTable;
  sections: SectionTable;
  timeline_events: TimelineEventTable;
  actions: ActionTable;
  revisions: RevisionTable;
  source_documents: SourceDocumentTable;
  live_states: LiveStateTable;
  search_documents: SearchDocumentTable;
  audit_entries: AuditEntryTable;
  idempotency_keys: IdempotencyKeyTable;
  saved_filters: SavedFilterTable;
}

interface WorkspaceTable {
  id: string;
  name: string;
  created_at: string;
}

interface SettingsTable {
  workspace_id: string;
  revision: number;
  value: Json<unknown>;
  updated_at: string;
  updated_by: string | null;
}

interface PostmortemTable {
  workspace_id: string;
  id: string;
  /** The incident id as written. */
  key: string | null;
  title: string;
  status: string;
  severity_label: string | null;
  severity_rank: number | null;
  private: boolean;
  /** Who may see it while it is private, besides its author and admins. */
  access: string[];
  dialect: string;
  services: string[];
  teams: string[];
  tags: string[];
  /** Names, handles and addresses of everybody with a role in it, in lower case. */
  named: string[];
  incident_at: string | null;
  impact_seconds: number | null;
  events: number;
  actions: number;
  open_actions: number;
  completeness: number;
  /** First sentences of the summary, plain text. */
  summary: string | null;
  /** Last revision that was given out; the history may leave some out. */
  revision: number;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  updated_by: string | null;
  deleted_at: string | null;
  /** The record without what has a table of its own, and the rows of its other lists. */
  body: Json<unknown>;
}

/** One Markdown field of a record. */
interface SectionTable {
  workspace_id: string;
  postmortem_id: string;
  path: string;
  text: string;
}

/** One row of a timeline. Positions are any numbers in the order of the rows. */
interface TimelineEventTable {
  workspace_id: string;
  postmortem_id: string;
  row_id: string;
  position: number;
  instant: string | null;
  text: string;
  moments: MomentKind[];
  sources: string[];
  /** The rest of the row, as in the record. */
  item: Json<unknown>;
  /** Side data of the row. */
  meta: Json<unknown> | null;
}

/** One action item. */
interface ActionTable {
  workspace_id: string;
  postmortem_id: string;
  row_id: string;
  position: number;
  text: string;
  owner: string | null;
  /** The names in `owner`, in lower case. */
  owners: string[];
  due_on: string | null;
  state: string;
  item: Json<unknown>;
  meta: Json<unknown> | null;
}

/** One entry of the history, with the document as it was. */
interface RevisionTable {
  workspace_id: string;
  postmortem_id: string;
  revision: number;
  at: string;
  /** When the first of the saves was that it stands for. */
  since: string;
  by: string[];
  via: string;
  note: string | null;
  dialect: string;
  /** Null until it is written, shortly after the save. */
  markdown: string | null;
  bytes: number | null;
  /** Record and rows, so that restoring keeps the identity of rows. */
  content: Json<unknown>;
}

/** The document that a post-mortem was imported from, unchanged. */
interface SourceDocumentTable {
  workspace_id: string;
  postmortem_id: string;
  name: string | null;
  markdown: string;
}

/** The shared document as a Yjs update, and the revision that it says. */
interface LiveStateTable {
  workspace_id: string;
  postmortem_id: string;
  revision: number;
  state: Uint8Array;
}

/** The words of a post-mortem. */
interface SearchDocumentTable {
  workspace_id: string;
  postmortem_id: string;
  incident_at: string | null;
  document: string;
}

/** One entry of the audit trail: a chain of hashes for each subject. Append-only. */
interface AuditEntryTable {
  workspace_id: string;
  /** Id of a post-mortem, `workspace`, or another name of what it is about. */
  subject: string;
  /** From 1, without gaps. */
  position: number;
  at: string;
  by: string | null;
  action: string;
  details: Json<Record<string, unknown>>;
  /** Hash of the entry before; null for the first one. */
  previous: Uint8Array | null;
  hash: Uint8Array;
}

/** A create request that may be repeated, and its answer. */
interface IdempotencyKeyTable {
  workspace_id: string;
  user_id: string;
  route: string;
  /** Hash of the key. */
  key: string;
  request_hash: Uint8Array;
  /** Null while the request is being worked on. */
  response: Json<unknown> | null;
  at: string;
}

interface SavedFilterTable {
  workspace_id: string;
  user_id: string;
  id: string;
  name: string;
  query: string;
  created_at: string;
}
