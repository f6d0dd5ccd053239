import { stemOf, wordsOf } from './words.ts';

/** Texts of a post-mortem by how much a hit in them counts. */
export interface SearchTexts {
  readonly title: string;
  /** Summary and root cause. */
  readonly gist: readonly string[];
  /** Other sections. */
  readonly sections: readonly string[];
  /** Events, actions, names. */
  readonly details: readonly string[];
}

/** What searches are narrowed by. */
export interface SearchLabels {
  readonly workspaceId: string;
  /** When the incident was, or the record was made: UTC instant. */
  readonly sortedAt: string;
  readonly status: string;
  readonly severity: number | null;
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly tags: readonly string[];
  /** Id of the author, and everybody named in it in lower case. */
  readonly people?: readonly string[];
}

/** Limits of PostgreSQL, with some room: last position of a word, positions of one word, bytes of all words. */
const LAST_POSITION = 16_000;
const MOST_POSITIONS = 200;
const MOST_BYTES = 900_000;
/** Between two texts, so that no phrase is found across them. */
const GAP = 8;

/**
 * The words of a post-mortem as text of a `tsvector`. Besides the words with their places there are stems (`~connect`),
 * words of the title (`^checkout`) and labels (`=status:draft`), so that one index answers for all of them.
 */
export function searchDocument(texts: SearchTexts, labels: SearchLabels): string {
  const words = new WordPlaces();
  words.add([texts.title], 'A');
  for (const word of wordsOf(texts.title)) for (const form of word.forms) words.mark(titleWord(form));
  words.add(texts.gist, 'B');
  words.add(texts.sections, 'C');
  words.add(texts.details, 'D');
  for (const label of labelWords(labels)) words.mark(label);
  return words.toString();
}

/** A word of the title. */
export function titleWord(form: string): string {
  return `^${stemOf(form) ?? form}`;
}

/** The labels that every search document of a post-mortem carries. */
function labelWords(labels: SearchLabels): string[] {
  const { people = [], services, severity, sortedAt, status, tags, teams, workspaceId } = labels;
  return [
    workspaceWord(workspaceId),
    monthWord(sortedAt),
    labelWord('status', status),
    ...(severity === null ? [] : [labelWord('severity', String(severity))]),
    ...services.map((name) => labelWord('service', name)),
    ...teams.map((name) => labelWord('team', name)),
    ...tags.map((name) => labelWord('tag', name)),
    ...people.map((name) => labelWord('person', name)),
  ];
}

/** A label as word. */
export function labelWord(kind: 'status' | 'severity' | 'service' | 'team' | 'tag' | 'person', value: string): string {
  return `=${kind}:${value.slice(0, 300)}`;
}

/** The workspace as word. */
export function workspaceWord(workspaceId: string): string {
  return `=workspace:${workspaceId}`;
}

/** The month of an instant as word. */
export function monthWord(instant: string): string {
  return `=month:${instant.slice(0, 7)}`;
}

/** A word as text of a `tsvector` or `tsquery`. */
export function quoteWord(word: string): string {
  return `'${word.replaceAll(/['\\]/gu, (sign) => sign + sign)}'`;
}

/** Collects words with their places and weights. */
class WordPlaces {
  private readonly places = new Map<string, string[]>();
  private position = 0;
  private bytes = 0;

  add(texts: readonly string[], weight: 'A' | 'B' | 'C' | 'D'): void {
    const suffix = weight === 'D' ? '' : weight;
    for (const text of texts) {
      for (const word of wordsOf(text)) {
        this.position += 1;
        for (const form of word.forms) this.place(form, suffix);
      }
      this.position += GAP;
    }
  }

  /** A word without a place. */
  mark(word: string): string[] | undefined {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.bytes += Buffer.byteLength(word) + 8;
    if (this.bytes > MOST_BYTES) return undefined;
    const places: string[] = [];
    this.places.set(word, places);
    return places;
  }

  private place(form: string, suffix: string): void {
    const isNew = !this.places.has(form);
    const places = this.mark(form);
    if (places === undefined) return;
    if (isNew) {
      const short = stemOf(form);
      if (short !== undefined) this.mark(`~${short}`);
    }
    if (this.position > LAST_POSITION || places.length >= MOST_POSITIONS) return;
    places.push(`${this.position}${suffix}`);
    this.bytes += 2;
  }

  toString(): string {
    return [...this.places]
      .map(([word, places]) => (places.length === 0 ? quoteWord(word) : `${quoteWord(word)}:${places.join(',')}`))
      .join(' ');
  }
}
