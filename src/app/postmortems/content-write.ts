import type { WorkspaceSettings } from '#app/settings';
import {
  contentChanges,
  type PostmortemColumns,
  type PostmortemContent,
  type PostmortemWrite,
  type StoredPostmortem,
} from '#store/postmortems';
import { searchDocument } from '#store/search';

import { deriveColumns } from './derive-columns.ts';
import { searchTexts } from './search-texts.ts';

/** What stands beside the record and is found by the search. */
export interface BesideRecord {
  readonly dialect: string;
  readonly status: string;
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly tags: readonly string[];
}

/** What a content is stored over, and beside. */
export interface ContentSurroundings {
  readonly workspaceId: string;
  readonly settings: Pick<WorkspaceSettings, 'severities'>;
  readonly beside: BesideRecord;
  readonly before: (PostmortemContent & Pick<StoredPostmortem, 'placed'>) | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
}

/** The part of a write that follows from the content: rows, derived columns and words. */
export function contentWrite(
  content: PostmortemContent,
  surroundings: ContentSurroundings,
): Pick<PostmortemWrite, 'lists' | 'search'> & { readonly columns: PostmortemColumns } {
  const { before, beside, settings } = surroundings;
  const { body, lists } = contentChanges(before, content);
  const derived = deriveColumns(content.record, beside.dialect, settings);
  return {
    lists,
    columns: { ...derived, ...(body !== undefined && { body }) },
    search: searchWrite(content, derived, surroundings),
  };
}

/** The words of a content with the labels that searches are narrowed by. */
function searchWrite(
  { record }: PostmortemContent,
  derived: PostmortemColumns,
  { beside, createdAt, createdBy, workspaceId }: ContentSurroundings,
): NonNullable<PostmortemWrite['search']> {
  const { services, status, tags, teams } = beside;
  const sortedAt = derived.incident_at ?? createdAt;
  const people = [...(createdBy === null ? [] : [createdBy]), ...(derived.named ?? [])];
  const labels = {
    workspaceId,
    sortedAt,
    status,
    severity: derived.severity_rank ?? null,
    services,
    teams,
    tags,
    people,
  };
  return { sortedAt, document: searchDocument(searchTexts(record, [...services, ...teams, ...tags]), labels) };
}

/** What an entry of the history keeps of a content: everything needed to restore it, and to write its document. */
export function revisionContent(
  { record, rows }: PostmortemContent,
  { dialect }: Pick<BesideRecord, 'dialect'>,
): { readonly dialect: string; readonly content: string } {
  return { dialect, content: JSON.stringify({ record, rows }) };
}
