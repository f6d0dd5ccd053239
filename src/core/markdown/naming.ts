import { DIALECT_IDS, type DialectId } from './dialects/dialect.ts';
import { type DialectChoice, dialectOf } from './dialects/index.ts';

/** True for the id of a dialect that comes with the product. */
export function isDialectId(id: string): id is DialectId {
  return (DIALECT_IDS as readonly string[]).includes(id);
}

/** What names a document. */
export interface DocumentName {
  readonly title: string;
  /** Day of the incident, `2026-02-23`. */
  readonly date: string;
  readonly id?: string;
}

/** Path of a new document from the repository's root, as its template rules: `docs/incidents/2026-02-23-db-pool.md`. */
export function documentPath(dialect: DialectChoice, name: DocumentName): string {
  const { folder, fileName } = dialectOf(dialect);
  const file = fileName
    .replace('{date}', name.date)
    .replace('{title}', slugOf(name.title))
    .replace('{id}', name.id === undefined ? `${name.date}-${slugOf(name.title)}` : slugOf(name.id, false));
  return `${folder}/${file}`;
}

/** A title as part of a file name: letters and digits of any script, joined by dashes; at most 60 characters. */
export function slugOf(title: string, lower = true): string {
  const text = (lower ? title.toLowerCase() : title).normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  const slug = text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  const cut = slug.length <= 60 ? slug : slug.slice(0, 60).replace(/-[^-]*$/u, '');
  return cut === '' ? 'incident' : cut;
}

/** The next free incident id of a template: one more than the highest taken number of the same day or year. */
export function nextIncidentId(dialect: DialectChoice, incident: { date: string; taken: readonly string[] }): string {
  const { pattern, digits } = dialectOf(dialect).incidentId;
  const stem = pattern.replace('{date}', incident.date).replace('{year}', incident.date.slice(0, 4));
  const [before = '', after = ''] = stem.split('{n}');
  const numbers = incident.taken.flatMap((id) => {
    const middle = id.startsWith(before) && id.endsWith(after) ? id.slice(before.length, id.length - after.length) : '';
    return /^\d+$/u.test(middle) ? [Number(middle)] : [];
  });
  return `${before}${String(Math.max(0, ...numbers) + 1).padStart(digits, '0')}${after}`;
}
