import { refuse } from '#core/errors';
import { type Rule, type RuleFamily, ruleOf, RULES } from '#core/review';

import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Screen, Stream } from '../terminal/screen.ts';
import { renderTable } from '../terminal/table.ts';
import { wrapText } from '../terminal/text-width.ts';

const FAMILIES: Readonly<Record<RuleFamily, string>> = {
  blameless: 'Blameless: what made it possible, not who',
  complete: 'Complete: what the template and the team ask for',
  sound: 'Sound: what contradicts itself',
  actions: 'Action items: what will be different, and who sees to it',
  document: 'The document itself',
};

const WORD = { error: 'error', warning: 'warning', info: 'advice' } as const;

/** Runs `nevertwice check --explain`: one rule at length, or all of them with a line each. */
export function runExplain(code: string | true, screen: Screen): ExitCode {
  const { out } = screen;
  if (code === true) {
    out.lines(allRules(out));
    return EXIT.done;
  }
  const rule = ruleOf(code);
  if (rule === undefined) return refuse('rule-unknown', { code, nearest: nearestCodes(code).join(', ') });
  out.lines(oneRule(rule, out));
  return EXIT.done;
}

function allRules(out: Stream): string[] {
  const { bold, cyan, dim, red, yellow } = out.colours;
  const hues: Readonly<Record<string, (text: string) => string>> = { error: red, warning: yellow, advice: cyan };
  const columns = [
    { header: '', style: bold },
    { header: '', style: (text: string) => (hues[text.trim()] ?? dim)(text) },
    { header: '', fit: 'wrap' },
  ] as const;
  return Object.entries(FAMILIES).flatMap(([family, heading]) => {
    const rules = RULES.filter((rule) => rule.family === family);
    const rows = rules.map((rule) => [rule.code, WORD[rule.severity], rule.title]);
    return [bold(heading), ...renderTable(columns, rows, { width: out.width, indent: 2 }), ''];
  });
}

function oneRule(rule: Rule, out: Stream): string[] {
  const { bold, dim, green, red } = out.colours;
  const wrap = (text: string): string[] => text.split('\n').flatMap((line) => wrapText(line, out.width - 4));
  const quoted = (texts: readonly string[], mark: string): string[] =>
    texts.flatMap((text) => wrap(text).map((line, index) => `${index === 0 ? mark : ' '} ${line}`));
  return [
    `${bold(rule.code)} ${dim(`· ${WORD[rule.severity]} · ${rule.family}`)}`,
    '',
    ...wrap(rule.title).map(bold),
    ...wrap(rule.why),
    '',
    ...wrap(rule.help),
    ...(rule.examples.bad.length === 0 ? [] : ['', dim('Found in:'), ...quoted(rule.examples.bad, red('✗'))]),
    ...(rule.examples.good.length === 0 ? [] : ['', dim('Not found in:'), ...quoted(rule.examples.good, green('✓'))]),
    ...(rule.source === undefined ? [] : ['', dim(`Source: ${rule.source}`)]),
    '',
    dim(`Suppress it where it does not fit: <!-- nevertwice-ignore ${rule.code}: why -->`),
  ];
}

/** Codes that share the most beginnings of words with what was asked for. */
function nearestCodes(code: string): string[] {
  const words = code
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word.length > 2);
  const scored = RULES.map((rule) => ({
    code: rule.code,
    score: words.filter((word) => rule.code.split('-').some((part) => part.startsWith(word.slice(0, 4)))).length,
  }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((each) => each.code);
}
