import { dirname, matchesGlob, relative, resolve } from 'node:path';

import pc from 'picocolors';

import {
  checkDocument,
  type CheckOptions,
  type DocumentReport,
  fixDocument,
  githubReport,
  jsonReport,
  junitReport,
  type Report,
  sarifReport,
  teamPolicy,
} from '#core/check';
import { type Finding, Refusal, refuse, type Severity } from '#core/errors';
import { RULES } from '#core/review';

import { EXIT, type ExitCode } from '../exit-code.ts';
import { readTeam, type Team } from '../files/read-team-file.ts';
import { STANDARD_INPUT } from '../files/walk-paths.ts';
import { writeChanged } from '../files/write-changed.ts';
import { writeOutput } from '../files/write-output.ts';
import { checkLines, checkSummary } from '../terminal/print-check.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { currentInstant } from './clock.ts';
import { type FoundDocument, leftOutFinding, readDocuments, walkDocuments } from './find-documents.ts';
import { plural } from './report.ts';

/** Options of `nevertwice check`, and the version of the program. */
export interface CheckCommandOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github' | 'junit';
  readonly json?: boolean;
  readonly output?: string;
  readonly fix?: boolean;
  readonly all?: boolean;
  readonly config?: string;
  readonly failOn: Severity | 'never';
  readonly level: Severity;
  readonly version: string;
}

/** Runs `nevertwice check`: every document is reviewed; one that cannot be read stops no other. */
export async function runCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  screen: Screen,
): Promise<ExitCode> {
  if (paths.length === 0) refuse('no-input', { command: 'check' });
  if (options.fix && paths.includes(STANDARD_INPUT)) {
    refuse('options-conflict', { first: '--fix', second: 'standard input', reason: 'there is no file to put right' });
  }
  const team = await readTeam('.', options.config, ruleCodes());
  const walk = walkDocuments(paths);
  const run = new CheckRun(options, team);
  const progress = showProgress(screen.err);
  const leftOut: string[] = [];
  const search = { progress, dialects: team.dialects, ignored: ignoredBy(team), ...(options.all && { all: true }) };
  for await (const found of readDocuments(walk.files, search, (path) => leftOut.push(path))) run.check(found);
  progress.end();
  const remarks = [...team.findings, ...walk.findings, ...leftOutFinding(leftOut), ...run.remarks];
  const report: Report = { version: options.version, documents: run.documents, remarks };
  print(atLeast(options.level, report), { options, screen, fixed: run.fixed });
  return exitOf(report, options.failOn, walk.unreadable || run.unreadable);
}

function ruleCodes(): string[] {
  return RULES.map(({ code }) => code);
}

/** True for the paths that the team's file leaves out; its globs start where the file lies. */
function ignoredBy({ file, settings }: Team): (path: string) => boolean {
  if (file === undefined || settings.ignore.length === 0) return () => false;
  const root = dirname(resolve(file));
  return (path) => {
    const inside = relative(root, resolve(path)).replaceAll('\\', '/');
    return settings.ignore.some((glob) => matchesGlob(inside, glob));
  };
}

/** Checks one document after another and keeps what it found. */
class CheckRun {
  readonly documents: DocumentReport[] = [];
  readonly remarks: Finding[] = [];
  unreadable = false;
  fixed = 0;
  readonly #options: CheckCommandOptions;
  readonly #check: CheckOptions;

  constructor(options: CheckCommandOptions, team: Team) {
    this.#options = options;
    this.#check = {
      dialects: team.dialects,
      languages: team.settings.languages,
      now: currentInstant(),
      policy: (document) => teamPolicy(team.settings, document),
    };
  }

  check(found: FoundDocument): void {
    if ('failure' in found) {
      this.remarks.push(found.failure);
      this.unreadable ||= found.found.named;
      return;
    }
    const { file, text } = found;
    const options = { ...this.#check, file };
    const checked = this.#options.fix ? this.#fix(found, options) : checkDocument(text.text, options);
    const { actions, document, findings, suppressed } = checked;
    this.documents.push({ file, dialect: document.dialect, findings, suppressed, actions });
  }

  /** Puts right what can be, in the file itself; a file that cannot be written is told and left as it is. */
  #fix(
    { found, text }: Extract<FoundDocument, { text: unknown }>,
    options: CheckOptions,
  ): ReturnType<typeof checkDocument> {
    const { checked, fixed, markdown } = fixDocument(text.text, options);
    if (markdown === text.text) return checked;
    try {
      writeChanged(found.path, text, markdown);
      this.fixed += fixed.length;
      return checked;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.remarks.push(error.toFinding({ file: text.file }));
      this.unreadable = true;
      return checkDocument(text.text, options);
    }
  }
}

const RANK: Readonly<Record<Severity | 'never', number>> = { error: 3, warning: 2, info: 1, never: 4 };

/** The report without what is milder than a severity. */
function atLeast(level: Severity, report: Report): Report {
  const wanted = ({ severity }: Finding): boolean => RANK[severity] >= RANK[level];
  const documents = report.documents.map((each) => ({ ...each, findings: each.findings.filter(wanted) }));
  return { ...report, documents, remarks: report.remarks.filter(wanted) };
}

const REPORTS = { json: jsonReport, sarif: sarifReport, github: githubReport, junit: junitReport } as const;

function print(
  report: Report,
  {
    fixed,
    options,
    screen,
  }: { readonly options: CheckCommandOptions; readonly screen: Screen; readonly fixed: number },
): void {
  const format = options.json ? 'json' : options.format;
  const text = format === 'text' ? undefined : REPORTS[format](report);
  if (options.output !== undefined) {
    writeOutput(options.output, text ?? plainText(report), true);
    screen.err.lines(checkSummary(report, screen.err));
  } else if (text !== undefined) screen.out.write(text);
  else {
    printFindings(screen.err, report.remarks);
    screen.out.lines([...checkLines(report, screen.out), ...checkSummary(report, screen.out)]);
  }
  if (fixed > 0) screen.err.lines([`${plural(fixed, 'finding')} put right in the files.`]);
}

/** The report as a file has it, without colours. */
function plainText(report: Report): string {
  const page = { width: 100, colours: pc.createColors(false) };
  return [...checkLines(report, page), ...checkSummary(report, page), ''].join('\n');
}

/** 3 if something that was named could not be read, 1 if a finding is as bad as asked for, else 0. */
function exitOf({ documents, remarks }: Report, failOn: Severity | 'never', unreadable: boolean): ExitCode {
  if (unreadable) return EXIT.unreadable;
  const worst = [...remarks, ...documents.flatMap(({ findings }) => findings)].map(({ severity }) => RANK[severity]);
  return worst.some((rank) => rank >= RANK[failOn]) ? EXIT.blocked : EXIT.done;
}
