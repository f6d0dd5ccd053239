import type { Postmortem } from '#core/record';

import type { Dialect } from './dialects/dialect.ts';
import { groupOf } from './dialects/horizons.ts';

/**
 * Brings a record into the order in which a dialect shows it: actions by group, unmapped sections behind a section
 * that the dialect has. Prompts, and fixed sentences of another template, are not content and are left behind. Nothing
 * else changes.
 */
export function arrangeRecord(record: Postmortem, dialect: Dialect): Postmortem {
  const known = new Set(dialect.sections.map((spec) => spec.id));
  const { guidance, unmapped, ...rest } = record;
  const own = record.dialect === dialect.id;
  const kept = (guidance ?? [])
    .filter((entry) => isContent(entry) || (own && entry.kind === 'boilerplate'))
    .map((entry) => (entry.after === undefined && entry.kind === 'comment' ? entry : anchor(entry, known, 'title')));
  const extras = (unmapped ?? []).map((entry) => anchor(entry, known, lastSection(dialect)));
  return {
    ...rest,
    actions: byGroup(record.actions, dialect),
    ...(kept.length === 0 ? {} : { guidance: kept }),
    ...(extras.length === 0 ? {} : { unmapped: extras }),
  };
}

/** The record without what only its template says: prompts and fixed sentences. */
export function contentOf(record: Postmortem): Postmortem {
  const { guidance, ...rest } = record;
  const kept = (guidance ?? []).filter(isContent);
  return kept.length === 0 ? rest : { ...rest, guidance: kept };
}

function isContent(entry: { kind: string }): boolean {
  return entry.kind !== 'prompt' && entry.kind !== 'boilerplate';
}

function byGroup(actions: Postmortem['actions'], dialect: Dialect): Postmortem['actions'] {
  const place = (action: Postmortem['actions'][number]): number =>
    dialect.groups.indexOf(groupOf(action, dialect.groups) ?? '');
  return actions
    .map((action, index) => ({ action, index }))
    .toSorted((a, b) => place(a.action) - place(b.action) || a.index - b.index)
    .map(({ action }) => action);
}

function anchor<Entry extends { after?: string | undefined }>(
  entry: Entry,
  known: ReadonlySet<string>,
  fallback: string,
): Entry {
  return entry.after !== undefined && known.has(entry.after) ? entry : { ...entry, after: fallback };
}

function lastSection(dialect: Dialect): string {
  return dialect.sections.at(-1)?.id ?? 'title';
}
