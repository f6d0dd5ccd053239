import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real documents beside the project; absent elsewhere. */
export const corpusFolder = join(import.meta.dirname, '../../../shared/corpus');

const fixtures = join(import.meta.dirname, '../fixtures/blame');

/** A sentence that a person labelled; see `tests/fixtures/blame/README.md`. */
export interface LabelledSentence {
  readonly text: string;
  readonly label: string;
  readonly kind: string;
}

/** The sentences of a set. Those of the corpus are read where they stand, and are none where it is absent or has changed. */
export function labelledSentences(set: 'tuning' | 'held-out' | 'own'): LabelledSentence[] {
  return set === 'own' ? ownSentences() : corpusSentences(set);
}

function ownSentences(): LabelledSentence[] {
  return rowsOf('own-sentences.tsv').map(([text = '', label = '', kind = '']) => ({ text, label, kind }));
}

function corpusSentences(set: string): LabelledSentence[] {
  if (!existsSync(corpusFolder)) return [];
  const documents = new Map<string, string>();
  return rowsOf('corpus-sentences.tsv').flatMap(
    ([file = '', line, column, length, hash, label = '', kind = '', split]) => {
      if (split !== set) return [];
      const document = documents.get(file) ?? readFileSync(join(corpusFolder, file), 'utf8');
      documents.set(file, document);
      const start = lineStart(document, Number(line)) + Number(column) - 1;
      const text = document.slice(start, start + Number(length));
      return createHash('sha256')
        .update(text)
        .digest('hex')
        .startsWith(hash ?? '-')
        ? [{ text, label, kind }]
        : [];
    },
  );
}

function lineStart(document: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = document.indexOf('\n', start) + 1;
  return start;
}

function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(join(fixtures, file), 'utf8').trimEnd().split('\n');
  return lines.map((row) => row.split('\t'));
}
