import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { reviewRecord } from '#core/review';

import { corpusFolder, type LabelledSentence, labelledSentences } from '../support/labelled-sentences.ts';

function isFound({ text }: LabelledSentence): boolean {
  const record = { title: 'x', timeline: [], actions: [], summary: { text } };
  return reviewRecord(record, { dialect: 'foreign' }).some(({ code }) => code.startsWith('blame-'));
}

function measure(sentences: readonly LabelledSentence[]) {
  const found = sentences.filter(isFound);
  const right = found.filter(({ label }) => label === 'rewrite').length;
  const blaming = sentences.filter(({ label }) => label === 'rewrite').length;
  return { precision: right / found.length, recall: right / blaming };
}

describe('sentences that people labelled', () => {
  it('of our own are judged as they were labelled, nearly all', () => {
    const { precision, recall } = measure(labelledSentences('own'));
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.97);
  });

  it.skipIf(!existsSync(corpusFolder)).each([
    ['tuning', 450],
    ['held-out', 440],
  ] as const)('of real documents are judged well: %s', (set, least) => {
    const sentences = labelledSentences(set);
    expect(sentences.length).toBeGreaterThan(least);
    const { precision, recall } = measure(sentences);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});
