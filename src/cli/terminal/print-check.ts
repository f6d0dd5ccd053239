import { type CheckedFinding, countFindings, type DocumentReport, type Report } from '#core/check';

import type { Stream } from './screen.ts';
import { padText, printable, textWidth, wrapText } from './text-width.ts';

/** What lines are made for. */
type Page = Pick<Stream, 'colours' | 'width'>;

const WORD = { error: 'error', warning: 'warning', info: 'advice' } as const;
const WORD_WIDTH = 9;

/** A report for people: document by document, line by line. */
export function checkLines({ documents }: Report, page: Page): string[] {
  return documents.flatMap((document) =>
    document.findings.length === 0 ? [] : [...documentLines(document, page), ''],
  );
}

/** What a report comes to, in one or two lines. */
export function checkSummary(report: Report, { colours }: Page): string[] {
  const { bold, dim, green } = colours;
  const { error, info, warning } = countFindings(report);
  const documents = plural(report.documents.length, 'document');
  const suppressed = report.documents.reduce((sum, each) => sum + each.suppressed.length, 0);
  const aside = suppressed === 0 ? '' : dim(`, ${suppressed} suppressed with a reason`);
  if (error + warning + info === 0) return [`${green('✓')} ${documents} checked, nothing found${aside}.`];
  const counts = [
    plural(error, 'error'),
    plural(warning, 'warning'),
    plural(info, 'piece of advice', 'pieces of advice'),
  ];
  return [
    `${bold(counts.join(', '))} in ${documents}${aside}.`,
    dim('nevertwice check --explain CODE tells what a rule looks for and why.'),
  ];
}

/** What to do is said with the first finding of a rule; after that it is known. */
function documentLines({ actions, file, findings }: DocumentReport, page: Page): string[] {
  const known = new Set<string>();
  const places = findings.map(({ place }) => `${place.line}:${place.column}`);
  const width = Math.max(...places.map((place) => place.length));
  const lines = findings.flatMap((finding, index) => {
    const isFirst = known.size < known.add(finding.code).size;
    return findingLines(finding, { place: padText(places[index] ?? '', width, 'right'), isFirst, page });
  });
  const strengths = strengthLine(actions);
  const told =
    strengths === undefined ? [] : wrapText(strengths, page.width - 2).map((line) => page.colours.dim(`  ${line}`));
  return [page.colours.bold(printable(file)), ...lines, ...told];
}

const STRENGTHS = ['eliminate', 'guard', 'detect', 'document', 'train', 'unclear'] as const;

/** `3 actions, strongest first: 1 guard, 2 detect`; nothing for a document without actions. */
function strengthLine(actions: DocumentReport['actions']): string | undefined {
  if (actions.length === 0) return undefined;
  const counts = STRENGTHS.map(
    (strength) => [actions.filter((each) => each.strength === strength).length, strength] as const,
  );
  const told = counts.filter(([count]) => count > 0).map(([count, strength]) => `${count} ${strength}`);
  return `${plural(actions.length, 'action')}, strongest first: ${told.join(', ')}.`;
}

function findingLines(
  finding: CheckedFinding,
  { isFirst, page, place }: { readonly place: string; readonly isFirst: boolean; readonly page: Page },
): string[] {
  const { cyan, dim, green, red, yellow } = page.colours;
  const hue = { error: red, warning: yellow, info: cyan }[finding.severity];
  const margin = ' '.repeat(textWidth(place) + 4 + WORD_WIDTH);
  const wrap = (text: string): string[] => wrapText(printable(text), page.width - margin.length);
  const [first = '', ...rest] = wrap(finding.message);
  const suggestion = finding.suggestion === undefined ? [] : wrap(`→ ${finding.suggestion}`).map(green);
  const help = isFirst && finding.help !== undefined ? wrap(finding.help).map(dim) : [];
  const head = `  ${dim(place)}  ${hue(padText(WORD[finding.severity], WORD_WIDTH))}${first}`;
  return [head, ...[...rest, ...suggestion, ...help, dim(finding.code)].map((line) => `${margin}${line}`)];
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
