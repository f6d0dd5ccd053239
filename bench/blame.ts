import { existsSync } from 'node:fs';

import { reviewRecord } from '#core/review';

import { corpusFolder, type LabelledSentence, labelledSentences } from '../tests/support/labelled-sentences.ts';
import { printTable } from './print-table.ts';

/**
 * How well the blameless rules judge sentences that people labelled: precision and recall over all and by kind, for the
 * sentences that the rules were tuned on, those held out, and our own. `npm run bench:blame`, with `-- --show SET` for
 * every sentence of a set that is judged wrongly. How they were labelled: tests/fixtures/blame/README.md.
 */

interface Judged extends LabelledSentence {
  readonly codes: readonly string[];
}

function judge(sentence: LabelledSentence): Judged {
  const record = { title: '', timeline: [], actions: [], summary: { text: sentence.text } };
  const codes = reviewRecord(record, { dialect: 'foreign' })
    .map(({ code }) => code)
    .filter((code) => code.startsWith('blame-'));
  return { ...sentence, codes };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function figures(name: string, judged: readonly Judged[]): string[] {
  const blaming = judged.filter(({ label }) => label === 'rewrite');
  const found = blaming.filter(({ codes }) => codes.length > 0).length;
  const wrong = judged.filter(({ label, codes }) => label === 'fine' && codes.length > 0).length;
  return [
    name,
    String(judged.length),
    String(blaming.length),
    blaming.length === 0 ? '–' : percent(found, found + wrong),
    percent(found, blaming.length),
    String(wrong),
  ];
}

function show(judged: readonly Judged[]): void {
  for (const { label, kind, codes, text } of judged) {
    if ((label === 'rewrite') !== codes.length > 0)
      console.log(`${label === 'rewrite' ? 'missed' : codes.join(', ')} (${kind}): ${text.replaceAll(/\s+/gu, ' ')}`);
  }
}

function main(): void {
  const wanted = process.argv[process.argv.indexOf('--show') + 1];
  for (const set of ['tuning', 'held-out', 'own'] as const) {
    const judged = labelledSentences(set).map(judge);
    const kinds = [...new Set(judged.map(({ kind }) => kind))].toSorted();
    const byKind = kinds.map((kind) =>
      figures(
        `  ${kind}`,
        judged.filter((each) => each.kind === kind),
      ),
    );
    const head = ['sentences', 'number', 'to rewrite', 'precision', 'recall', 'wrongly found'];
    printTable(set, [head, figures('all', judged), ...byKind], '');
    if (process.argv.includes('--show') && wanted === set) show(judged);
  }
}

if (!existsSync(corpusFolder))
  console.log(`There are no documents at ${corpusFolder}: only our own sentences are measured.`);
main();
