import type { Facts } from './facts.ts';

/** How a severity's rank is compared; 1 is worst, so `<= 2` means the two worst. */
export interface RankComparison {
  readonly operator: '<' | '<=' | '=' | '>=' | '>';
  readonly rank: number;
}

/** When something applies to a post-mortem. */
export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'severity'; readonly labels: readonly string[]; readonly ranks: readonly RankComparison[] }
  | { readonly kind: 'tag' | 'service' | 'type' | 'dialect'; readonly values: readonly string[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** Whether a condition holds, and why. */
export interface Verdict {
  /** Undefined where the post-mortem does not state what the condition asks. */
  readonly applies: boolean | undefined;
  /** A clause that goes behind "because": `the severity SEV-1 is one of SEV-1, SEV-2`. */
  readonly because: string;
}

/** Tells whether a condition holds for a post-mortem, and why: "Why does this apply?" always has an answer. */
export function judge(condition: Condition, facts: Facts): Verdict {
  switch (condition.kind) {
    case 'always':
      return { applies: true, because: 'it is asked of every post-mortem' };
    case 'severity':
      return judgeSeverity(condition, facts);
    case 'tag':
      return judgeWords(condition.values, facts.tags, { one: 'tag', many: 'tags' });
    case 'service':
      return judgeServices(condition.values, facts.services);
    case 'type':
      return judgeWord(condition.values, facts.type, 'incident type');
    case 'dialect':
      return judgeWord(condition.values, facts.dialect, 'template');
    case 'all':
    case 'any':
      return judgeSeveral(
        condition.of.map((part) => judge(part, facts)),
        condition.kind,
      );
    case 'not': {
      const { applies, because } = judge(condition.of, facts);
      return { applies: applies === undefined ? undefined : !applies, because };
    }
  }
}

/** The verdict as a sentence: `Applies because the severity SEV-1 is one of SEV-1, SEV-2.` */
export function explain({ applies, because }: Verdict): string {
  if (applies === undefined) return `May apply: ${because}.`;
  return `${applies ? 'Applies' : 'Does not apply'} because ${because}.`;
}

const OPERATORS: Record<
  RankComparison['operator'],
  { words: string; holds: (rank: number, limit: number) => boolean }
> = {
  '<': { words: 'below', holds: (rank, limit) => rank < limit },
  '<=': { words: 'at most', holds: (rank, limit) => rank <= limit },
  '=': { words: 'exactly', holds: (rank, limit) => rank === limit },
  '>=': { words: 'at least', holds: (rank, limit) => rank >= limit },
  '>': { words: 'above', holds: (rank, limit) => rank > limit },
};

function judgeSeverity(
  { labels, ranks }: { readonly labels: readonly string[]; readonly ranks: readonly RankComparison[] },
  { severity }: Facts,
): Verdict {
  if (severity === undefined) return { applies: undefined, because: 'the document states no severity' };
  const { label, rank } = severity;
  const verdicts = [
    ...(labels.length === 0 ? [] : [judgeWord(labels, label, 'severity')]),
    ...ranks.map((comparison) => judgeRank(comparison, { label, rank })),
  ];
  return judgeSeveral(verdicts, 'any');
}

function judgeRank(
  { operator, rank: limit }: RankComparison,
  { label, rank }: { label: string; rank: number | undefined },
): Verdict {
  if (rank === undefined) return { applies: undefined, because: `no rank is known for the severity ${label}` };
  const { words: comparison, holds } = OPERATORS[operator];
  const applies = holds(rank, limit);
  return {
    applies,
    because: `the severity ${label} has rank ${String(rank)}, which is ${applies ? '' : 'not '}${comparison} ${String(limit)}`,
  };
}

function judgeWord(values: readonly string[], stated: string | undefined, noun: string): Verdict {
  if (stated === undefined) return { applies: undefined, because: `the document states no ${noun}` };
  const applies = values.some((value) => bare(value) === bare(stated));
  return { applies, because: `the ${noun} ${stated} is ${membership(values, applies)}` };
}

function judgeWords(
  values: readonly string[],
  stated: readonly string[] | undefined,
  noun: { one: string; many: string },
): Verdict {
  if (stated === undefined) return { applies: undefined, because: `the document states no ${noun.many}` };
  const hit = stated.find((word) => values.some((value) => bare(value) === bare(word)));
  if (hit === undefined)
    return { applies: false, because: `the ${noun.many} ${stated.join(', ')} have nothing of ${values.join(', ')}` };
  return { applies: true, because: `the ${noun.one} ${hit} is ${membership(values, true)}` };
}

/** Services are written with words around them, as `checkout-api: 40 % of requests`. */
function judgeServices(values: readonly string[], stated: readonly string[] | undefined): Verdict {
  if (stated === undefined) return { applies: undefined, because: 'the document states no services' };
  const names = stated.map((text) => ` ${words(text)} `);
  const hit = values.find((value) => names.some((name) => name.includes(` ${words(value)} `)));
  return hit === undefined
    ? { applies: false, because: `none of the affected services is ${membership(values, true)}` }
    : { applies: true, because: `the service ${hit} is affected` };
}

function membership(values: readonly string[], within: boolean): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return within ? only : `not ${only}`;
  return `${within ? 'one' : 'none'} of ${values.join(', ')}`;
}

/** Case, blanks and dashes do not tell labels apart: `SEV1` is `sev-1`. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/gu, '');
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What decides is told: all reasons where all count, else the first one that settles it. */
function judgeSeveral(verdicts: readonly Verdict[], kind: 'all' | 'any'): Verdict {
  const settles = kind === 'any';
  const settled = verdicts.find(({ applies }) => applies === settles);
  if (settled !== undefined) return settled;
  const open = verdicts.find(({ applies }) => applies === undefined);
  return open ?? { applies: !settles, because: verdicts.map(({ because }) => because).join(' and ') };
}
