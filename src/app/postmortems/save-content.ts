import type { AppContext } from '#app/context';
import { workspaceSettings } from '#app/settings';
import { refuse } from '#core/errors';
import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';
import {
  currentRevision,
  type LatestRevision,
  type NewRevision,
  type PostmortemColumns,
  type PostmortemTarget,
  type StoredPostmortem,
  writePostmortem,
} from '#store/postmortems';

import { cleanContent } from './clean-content.ts';
import { type BesideRecord, contentWrite, revisionContent } from './content-write.ts';
import { writeDocumentsSoon } from './write-documents.ts';

/** What is to be stored as the next revision. */
export interface ContentSave {
  readonly record: Postmortem;
  readonly rows?: Rows | undefined;
  /** Ids of those who changed it, whoever was last at the end. */
  readonly authors: readonly string[];
  readonly via: 'web' | 'api' | 'restore';
  readonly note?: string | undefined;
  /** Action and details for the audit trail, where this is more than an edit. */
  readonly audit?: { readonly action: string; readonly details: Readonly<Record<string, unknown>> } | undefined;
  /** The shared document as a Yjs update, to be stored with it. */
  readonly state?: Uint8Array | undefined;
  /** What changes beside the record. */
  readonly beside?: BesideChange | undefined;
  /** False where the document stays the same: there is a new revision then, but no entry of the history. */
  readonly history?: boolean;
  /** True for saves of an editor: those of one sitting are one entry of the history. */
  readonly continues?: boolean;
}

/** What can change beside the record. */
export type BesideChange = Partial<BesideRecord> & Pick<PostmortemColumns, 'private'>;

/** A post-mortem that a write is based on. */
export interface SaveBase {
  readonly target: PostmortemTarget;
  /** Loaded with `more`. */
  readonly stored: StoredPostmortem;
}

/** Saves this far apart are another sitting, in milliseconds; and one sitting is at most that long. */
const PAUSE = 5 * 60_000;
const SITTING = 30 * 60_000;

/**
 * Stores content as the next revision, in one transaction with its history, words, derived columns, audit entry and live
 * state: the one way in for every change of content. Undefined where somebody else was faster; nothing is stored then.
 */
export async function saveContent(
  context: AppContext,
  { stored, target }: SaveBase,
  save: ContentSave,
): Promise<number | undefined> {
  const settings = await workspaceSettings(context, target.workspaceId);
  const at = context.now();
  const { services, teams, tags, status, dialect, created_at: createdAt, created_by: createdBy } = stored.summary;
  const beside = { services, teams, tags, status, dialect, ...save.beside };
  const content = cleanContent(save, context.newId);
  const surroundings = { workspaceId: target.workspaceId, settings, beside, before: stored, createdAt, createdBy };
  const { columns, ...parts } = contentWrite(content, surroundings);
  const entry = historyEntry(save, { at, latest: stored.more?.latest ?? null });
  const revision = save.history === false ? undefined : { ...revisionContent(content, beside), ...entry };
  const audit = save.audit ?? (entry.replaces === null ? editedBy(save, stored.revision + 1) : undefined);
  const written = await writePostmortem(context.db, {
    target,
    at,
    by: save.authors.at(-1) ?? null,
    expected: stored.revision,
    ...parts,
    columns: { ...columns, ...save.beside },
    ...(revision !== undefined && { revision }),
    ...(audit !== undefined && { audit, lastAudit: stored.more?.audit ?? null }),
    ...(save.state !== undefined && { state: save.state }),
  });
  if (written === undefined) return undefined;
  announce(context, target, written);
  writeDocumentsSoon(context);
  return written;
}

/** Tells lists and dashboards that a post-mortem changed. */
export function announce(context: AppContext, target: PostmortemTarget, revision: number | null): void {
  context.changes.announce({ workspaceId: target.workspaceId, type: 'postmortem', id: target.postmortemId, revision });
}

/** Refuses because the stored revision is not the one that a change is based on. */
export async function refuseStale(context: AppContext, target: PostmortemTarget, expected: number): Promise<never> {
  const current = await currentRevision(context.db, target);
  if (current === undefined) return refuse('postmortem-missing', { id: target.postmortemId });
  return refuse('revision-stale', { expected, current });
}

function editedBy(save: ContentSave, revision: number): NonNullable<ContentSave['audit']> {
  return { action: 'postmortem-edited', details: { revision, via: save.via } };
}

type HistoryEntry = Pick<NewRevision, 'since' | 'by' | 'via' | 'note' | 'replaces'>;

/** One entry for the saves of a sitting, so that the history is one of edits and not of seconds. */
function historyEntry(
  save: ContentSave,
  { at, latest }: { readonly at: string; readonly latest: LatestRevision | null },
): HistoryEntry {
  const own = { via: save.via, note: save.note ?? null };
  if (latest === null || !continues(save, latest, at)) {
    return { ...own, since: at, by: [...new Set(save.authors)], replaces: null };
  }
  const by = [...new Set([...latest.by, ...save.authors])];
  return { ...own, since: latest.since, by, replaces: latest.revision };
}

function continues(save: ContentSave, latest: LatestRevision, at: string): boolean {
  if (save.continues !== true || save.note !== undefined || latest.revision === 1) return false;
  if (latest.via !== save.via || latest.note !== null) return false;
  if (!latest.by.some((author) => save.authors.includes(author))) return false;
  return Date.parse(at) - Date.parse(latest.at) < PAUSE && Date.parse(at) - Date.parse(latest.since) < SITTING;
}
