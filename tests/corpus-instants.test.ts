import { expect, it } from 'vitest';

import { parsePostmortem } from '#core/markdown';

import { corpusDocuments, hasCorpus, knownInstants } from './support/corpus.ts';

it.skipIf(!hasCorpus)('resolves the times of real documents as a reader does', () => {
  const documents = new Map(corpusDocuments().map((document) => [document.key, document]));
  const rows = new Map<string, readonly (string | null)[]>();
  const known = knownInstants();
  expect(known.length).toBeGreaterThan(200);
  for (const { key, row, written, instant } of known) {
    const document = documents.get(key);
    if (document === undefined) continue;
    const instants = rows.get(key) ?? instantsOf(document.source, document.file);
    rows.set(key, instants);
    expect([key, row, written, instants[row]]).toEqual([key, row, written, instant]);
  }
});

function instantsOf(source: string, file: string): (string | null)[] {
  const { timeline } = parsePostmortem(source, { file }).record;
  return timeline.flatMap(({ at }) => (at === null ? [] : [at.instant]));
}
