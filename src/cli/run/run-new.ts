import { refuse } from '#core/errors';
import { renderPostmortem } from '#core/markdown';
import { toLine } from '#core/record';
import { resolveTime } from '#core/time';

import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { readTeam } from '../files/read-team-file.ts';
import { refuseExisting, writeOutput } from '../files/write-output.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { isNews } from './build-draft.ts';
import { localToday } from './clock.ts';
import { chooseDialect } from './dialect-option.ts';
import { placeDocument } from './place-document.ts';
import { withQuestions } from './with-questions.ts';

/** Options of `nevertwice new`. */
export interface NewOptions {
  readonly template?: string;
  readonly config?: string;
  readonly severity?: string;
  readonly date?: string;
  readonly id?: string;
  readonly guidance: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Runs `nevertwice new`. */
export async function runNew(title: string, options: NewOptions, screen: Screen): Promise<ExitCode> {
  const team = await readTeam(process.cwd(), options.config);
  const dialect = chooseDialect(options.template, team);
  const placed = placeDocument({
    dialect,
    title: toLine(title) ?? refuse('option-invalid', { option: '<title>', value: title, expected: 'a title' }),
    date: options.date === undefined ? localToday() : parseDay(options.date),
    severity: options.severity,
    id: options.id,
    output: options.output,
  });
  const record = withQuestions(placed.record, dialect, { team, guidance: options.guidance });
  const rendered = renderPostmortem(record, dialect, {
    prompts: true,
    guidance: options.guidance,
  });
  const { markdown } = rendered;
  const findings = [...team.findings, ...rendered.findings.filter(isNews)];
  const printed = options.output === '-';
  if (!printed) {
    refuseExisting(placed.path, options.force ?? false);
    writeOutput(placed.path, markdown, options.force ?? false);
  }
  if (options.json) {
    const file = printed ? null : placed.path;
    screen.out.write(`${JSON.stringify({ file, dialect: dialect.id, record, markdown, findings })}\n`);
  } else if (printed) screen.out.write(markdown);
  else screen.out.lines([placed.path]);
  if (!options.json) printFindings(screen.err, findings);
  return exitOfFindings(findings, false);
}

/** A day as `2026-02-23`. */
function parseDay(text: string): string {
  const time = resolveTime(text, { zone: 'UTC' });
  if (time.instant !== null && time.precision === 'day') return time.instant.slice(0, 10);
  return refuse('option-invalid', { option: '--date', value: text, expected: 'a day as 2026-02-23' });
}
