import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions, TemplateProcess } from '../review-options.ts';
import { processOf } from '../template-process.ts';
import { readingSeconds, sentenceCount } from './reading.ts';

/** Where a template's rules speak of a summary: the field, and the section of the rule. */
const PLACES = [
  ['text', 'summary'],
  ['whatHappened', 'summary'],
  ['oneLine', 'one-line'],
] as const;

/** Where no template says otherwise. */
const MOST_SENTENCES = 6;
const MOST_SECONDS = 30;
/** Whoever asks for two or three sentences can live with a short fourth. */
const ENOUGH = 4;

/** Summaries that take longer than half a minute, or say less than their template asks for. */
export function reviewSummary(record: Postmortem, options: ReviewOptions): ReviewFinding[] {
  const rules = processOf(options)?.rules ?? [];
  return PLACES.flatMap(([key, section]) => {
    const text = record.summary?.[key];
    return text === undefined
      ? []
      : lengthOf(
          `summary.${key}`,
          text,
          rules.filter((rule) => rule.section === section),
        );
  });
}

function lengthOf(path: string, text: string, rules: TemplateProcess['rules']): ReviewFinding[] {
  const { least = 1, most: asked = MOST_SENTENCES } = rules.find(({ kind }) => kind === 'sentences') ?? {};
  const most = asked === 1 ? 1 : Math.max(asked, ENOUGH);
  const longest = rules.find(({ kind }) => kind === 'reading-time')?.most ?? MOST_SECONDS;
  const [sentences, seconds] = [sentenceCount(text), readingSeconds(text)];
  if (seconds > longest) {
    return [
      findingOf('summary-long', {
        path,
        message: `The summary takes about ${String(Math.round(seconds / 5) * 5)} seconds to read.`,
      }),
    ];
  }
  if (sentences > most) {
    return [
      findingOf('summary-long', {
        path,
        message: `The summary has ${String(sentences)} sentences; ${String(most)} are enough.`,
      }),
    ];
  }
  return sentences >= least
    ? []
    : [
        findingOf('summary-short', {
          path,
          message: `The summary has ${String(sentences)} ${sentences === 1 ? 'sentence' : 'sentences'}; the template asks for ${String(least)} at least.`,
        }),
      ];
}
