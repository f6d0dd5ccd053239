import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real post-mortems of other organisations, beside the repository where they are there; never part of it. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** True where the corpus can be read. */
export const hasCorpus = existsSync(CORPUS);

/** A document of the corpus with the name that its own repository gives it. */
export interface CorpusDocument {
  /** Name in the corpus: `owner__repository__name.md`. */
  readonly key: string;
  readonly file: string;
  readonly source: string;
}

/** Every document of the corpus, in the order of its names; none where it is not there. */
export function corpusDocuments(): CorpusDocument[] {
  if (!hasCorpus) return [];
  return readdirSync(CORPUS)
    .filter((key) => key.endsWith('.md') && key.includes('__'))
    .toSorted()
    .map((key) => ({ key, file: key.split('__').at(-1) ?? key, source: readFileSync(CORPUS + key, 'utf8') }));
}

/** An instant that a person read in a document of the corpus. */
export interface KnownInstant {
  readonly key: string;
  /** Number of the row among those with a time, from 0. */
  readonly row: number;
  readonly written: string;
  /** UTC, or null where the document does not tell. */
  readonly instant: string | null;
}

/** The instants that were checked by reading. */
export function knownInstants(): KnownInstant[] {
  const file = new URL('../fixtures/corpus-instants.tsv', import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => !line.startsWith('#') && !line.startsWith('file\t'))
    .map((line) => {
      const [key = '', row = '', written = '', instant = ''] = line.split('\t');
      return { key, row: Number(row), written, instant: instant === 'unknown' ? null : instant };
    });
}
