import type { ColumnType, Generated } from 'kysely';

/** Bytes as they came; without a hash while they are still coming. */
interface EvidenceBlobsTable {
  workspace_id: string;
  id: string;
  sha256: string | null;
  size: Generated<number>;
  created_at: string;
}

/** A piece of at most a mebibyte of a blob. */
interface EvidenceChunksTable {
  workspace_id: string;
  blob_id: string;
  position: number;
  bytes: Buffer;
}

/** Who brought which bytes; they may use them in a draft before anything else refers to them. */
interface EvidenceUploadsTable {
  workspace_id: string;
  sha256: string;
  user_id: string;
  name: string;
  at: string;
}

/** A piece of evidence of a post-mortem. */
export interface PostmortemEvidenceTable {
  workspace_id: string;
  postmortem_id: string;
  sha256: string;
  position: number;
  name: string;
  /** As `E1`; null where it gave no events when the post-mortem was drafted. */
  reference: string | null;
  format: string | null;
  events: number;
  first_at: string | null;
  last_at: string | null;
  findings: ColumnType<unknown[], string, string>;
  at: string;
  added_by: string | null;
}

/** How the evidence of a post-mortem is read together, and what it suggests. */
interface EvidencePoolsTable {
  workspace_id: string;
  postmortem_id: string;
  settings: ColumnType<unknown, string, string>;
  suggestions: ColumnType<unknown, string, string>;
}

/** One event of the pool, in order. */
interface EvidenceEventsTable {
  workspace_id: string;
  postmortem_id: string;
  position: number;
  kind: string;
  level: string | null;
  /** SHA-256 of the evidence that tells it. */
  sources: string[];
  text: string;
  event: ColumnType<unknown, string, string>;
}

/** An image attached to a post-mortem. */
export interface ImagesTable {
  workspace_id: string;
  postmortem_id: string;
  sha256: string;
  content_type: string;
  name: string;
  bytes: Buffer;
  at: string;
}

/** Tables of evidence by name. */
export interface EvidenceTables {
  evidence_blobs: EvidenceBlobsTable;
  evidence_chunks: EvidenceChunksTable;
  evidence_uploads: EvidenceUploadsTable;
  postmortem_evidence: PostmortemEvidenceTable;
  evidence_pools: EvidencePoolsTable;
  evidence_events: EvidenceEventsTable;
  images: ImagesTable;
}
