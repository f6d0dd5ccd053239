import { parseDocument } from 'yaml';

import { type Postmortem, severityRank } from '#core/record';

/** What conditions ask about a post-mortem. What its document does not state is absent, which is not the same as "no". */
export interface Facts {
  readonly severity?: { readonly label: string; readonly rank?: number };
  /** Type of the incident, as `financial`. */
  readonly type?: string;
  /** Id of the template it is written in; `foreign` for none of the known ones. */
  readonly dialect: string;
  readonly tags?: readonly string[];
  /** Services and systems, as they are written. */
  readonly services?: readonly string[];
}

/** Keys of front matter that state a fact, by lower case. */
const FRONT_MATTER_KEYS = {
  severity: ['severity', 'sev', 'priority'],
  type: ['type', 'incident_type', 'incident-type', 'incidenttype', 'category'],
  tags: ['tags', 'tag', 'labels'],
  services: ['services', 'service', 'systems', 'components', 'component'],
} as const;

/**
 * The facts of a record: its own fields first, then its front matter. Tags stand in front matter only; services are the
 * affected systems and those of the front matter.
 */
export function factsOf(record: Postmortem): Facts {
  const front = frontMatterOf(record.frontMatter ?? '');
  const label = record.severity?.label ?? wordsAt(front, 'severity')[0];
  const type = record.incident?.type ?? wordsAt(front, 'type')[0];
  const tags = wordsAt(front, 'tags');
  const services = [...(record.impact?.systems ?? []), ...wordsAt(front, 'services')];
  return {
    dialect: record.dialect ?? 'foreign',
    ...(label === undefined ? {} : { severity: { label, ...severityRank(label) } }),
    ...(type === undefined ? {} : { type }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(services.length === 0 ? {} : { services }),
  };
}

function wordsAt(front: ReadonlyMap<string, string[]>, fact: keyof typeof FRONT_MATTER_KEYS): string[] {
  return FRONT_MATTER_KEYS[fact].flatMap((key) => front.get(key) ?? []);
}

/** Words by key, in YAML or TOML; a key that holds anything else says nothing here. */
function frontMatterOf(fenced: string): ReadonlyMap<string, string[]> {
  const [fence, ...lines] = fenced.trim().split(/\r?\n/u);
  const body = lines.slice(0, -1).join('\n');
  return fence?.startsWith('+++') === true ? tomlWords(body) : yamlWords(body);
}

function yamlWords(body: string): ReadonlyMap<string, string[]> {
  const document = parseDocument(body, { logLevel: 'silent' });
  // A document with errors says what could be read of it; one that cannot be unfolded says nothing.
  const value: unknown = document.errors.length > 0 || /[&*]\w/u.test(body) ? null : document.toJS();
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, words]) => [key.toLowerCase(), wordsIn(words)]));
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' ? splitWords(value) : [];
}

/** `db, payments` is two words. */
function splitWords(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const TOML_LINE = /^[ \t]*([\w-]+)[ \t]*=[ \t]*(\[[^\]\n]*\]|"[^"\n]*"|'[^'\n]*')/gmu;

function tomlWords(body: string): ReadonlyMap<string, string[]> {
  return new Map(
    [...body.matchAll(TOML_LINE)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      splitWords(value.replaceAll(/["'[\]]/gu, '')),
    ]),
  );
}
