import type { AppContext } from '#app/context';
import { workspaceSettings } from '#app/settings';
import { isDialectId, newPostmortem } from '#core/markdown';
import { type Postmortem, toLine } from '#core/record';
import type { Rows } from '#core/shared-doc';
import type { Actor } from '#core/workflow';
import { writePostmortem } from '#store/postmortems';

import { cleanContent } from './clean-content.ts';
import { contentWrite, revisionContent } from './content-write.ts';
import { newIncidentId } from './new-incident-id.ts';
import { writeDocumentsSoon } from './write-documents.ts';
import { type PresentedPostmortem, presentPostmortem } from './present-postmortem.ts';

/** What a new post-mortem is made of. */
export interface NewContent {
  readonly title: string;
  /** Id of a template, or `foreign`; the workspace's if absent. */
  readonly dialect?: string | undefined;
  /** Day of the incident. */
  readonly date?: string | undefined;
  readonly severity?: string | undefined;
  readonly private?: boolean | undefined;
  readonly services?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** The whole content; an empty one of the template if absent. Title, date and severity complete it. */
  readonly record?: Postmortem | undefined;
  readonly rows?: Rows | undefined;
  /** The document it was read from, to be kept unchanged. */
  readonly source?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly via: 'web' | 'api' | 'import' | 'draft';
}

/** Stores a new post-mortem as its first revision, and announces it. */
export async function createContent(
  context: AppContext,
  actor: Actor,
  wanted: NewContent,
): Promise<PresentedPostmortem> {
  const settings = await workspaceSettings(context, actor.workspaceId);
  const [id, at] = [context.newId(), context.now()];
  const beside = {
    dialect: wanted.dialect ?? settings.dialect,
    status: 'draft',
    services: labelsOf(wanted.services),
    teams: labelsOf(wanted.teams),
    tags: labelsOf(wanted.tags),
  };
  const record = await withIncidentId(context, actor.workspaceId, {
    wanted,
    record: firstRecord(wanted, beside.dialect),
    dialect: beside.dialect,
  });
  const content = cleanContent({ record, rows: wanted.rows }, context.newId);
  const source = wanted.source === undefined ? null : { name: wanted.sourceName ?? null, markdown: wanted.source };
  const surroundings = {
    workspaceId: actor.workspaceId,
    settings,
    beside,
    before: null,
    createdAt: at,
    createdBy: actor.userId,
  };
  const { columns, ...parts } = contentWrite(content, surroundings);
  const own = { ...columns, ...beside, private: wanted.private ?? false, access: [] };
  await writePostmortem(context.db, {
    target: { workspaceId: actor.workspaceId, postmortemId: id },
    at,
    by: actor.userId,
    expected: null,
    ...parts,
    columns: own,
    revision: {
      ...revisionContent(content, beside),
      since: at,
      by: actor.userId === null ? [] : [actor.userId],
      via: wanted.via,
      note: null,
      replaces: null,
    },
    audit: { action: 'postmortem-created', details: { title: columns.title ?? '', via: wanted.via } },
    ...(source !== null && { source }),
  });
  context.changes.announce({ workspaceId: actor.workspaceId, type: 'postmortem', id, revision: 1 });
  writeDocumentsSoon(context);
  return presentPostmortem({ ...content, summary: newSummary({ id, at, actor }, own) }, actor);
}

/** Row of lists of what was just stored; everything in it is known without asking the database. */
function newSummary(
  { id, at, actor }: { readonly id: string; readonly at: string; readonly actor: Actor },
  own: object,
): Parameters<typeof presentPostmortem>[0]['summary'] {
  const by = actor.userId === null ? null : actor.name;
  const made = { id, revision: 1, created_at: at, updated_at: at, created_by: actor.userId };
  return { ...own, ...made, created_by_name: by, updated_by_name: by } as ReturnType<typeof newSummary>;
}

function firstRecord(wanted: NewContent, dialect: string): Postmortem {
  const { date, record, severity } = wanted;
  const title = toLine(wanted.title) ?? 'Untitled';
  const known = { title, ...(date !== undefined && { date }), ...(severity !== undefined && { severity }) };
  const empty = newPostmortem(isDialectId(dialect) ? dialect : 'cycle', known);
  if (record === undefined) return empty;
  return {
    ...record,
    title: record.title ?? title,
    ...(record.severity === undefined && empty.severity !== undefined && { severity: empty.severity }),
    ...(date !== undefined &&
      record.incident?.date === undefined && { incident: { ...record.incident, ...empty.incident } }),
  };
}

/** What is written here gets the next id of its template; whole records keep what they say. */
async function withIncidentId(
  context: AppContext,
  workspaceId: string,
  made: { readonly wanted: NewContent; readonly record: Postmortem; readonly dialect: string },
): Promise<Postmortem> {
  const { dialect, record, wanted } = made;
  const isWritten = wanted.record === undefined || wanted.via === 'draft';
  if (!isWritten || record.incident?.id !== undefined || !isDialectId(dialect)) return record;
  const date = record.incident?.date?.instant?.slice(0, 10) ?? wanted.date ?? context.now().slice(0, 10);
  return {
    ...record,
    incident: { ...record.incident, id: await newIncidentId(context, workspaceId, { dialect, date }) },
  };
}

/** Names as labels: trimmed, once, in order. */
export function labelsOf(names: readonly string[] | undefined): string[] {
  return [...new Set((names ?? []).flatMap((name) => toLine(name.replaceAll('\u0000', '').toWellFormed()) ?? []))];
}
