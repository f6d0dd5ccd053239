import { Command, CommanderError } from 'commander';

import { Refusal, refusal } from '#core/errors';

import { addBackup, addRestore } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addConvert } from './commands/convert.ts';
import { addDemo } from './commands/demo.ts';
import { addDraft } from './commands/draft.ts';
import { addImport } from './commands/import.ts';
import { addLogin } from './commands/login.ts';
import { addLogout } from './commands/logout.ts';
import { addMetrics } from './commands/metrics.ts';
import { addPatterns } from './commands/patterns.ts';
import { addNew } from './commands/new.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addTimeline } from './commands/timeline.ts';
import { EXIT, type ExitCode, exitOfKind } from './exit-code.ts';
import { printFindings } from './terminal/print-findings.ts';
import type { Shell } from './shell.ts';
import { openScreen, type Screen } from './terminal/screen.ts';

const ADDERS = [
  addServe,
  addDraft,
  addTimeline,
  addPatterns,
  addMetrics,
  addNew,
  addConvert,
  addImport,
  addCheck,
  addDemo,
  addBackup,
  addRestore,
  addLogin,
  addLogout,
  addSchema,
  addCompletion,
] as const;

/** The command line as data: every command with its arguments, options and examples. Nothing heavy is loaded. */
function buildProgram(shell: Shell, version: string): Command {
  const program = new Command('nevertwice')
    .description('Carries an incident from raw evidence to a blameless post-mortem.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--no-color', 'print without colours (also: NO_COLOR=1)')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText(
      'after',
      `\nStart here:\n  nevertwice                  the web application, on this machine\n  nevertwice demo             the command line, on an example\n  nevertwice draft evidence/ --template sev`,
    );
  for (const add of ADDERS) add(program, shell);
  return program;
}

/** Runs one command line and tells its exit code. */
export async function runProgram(words: readonly string[], version: string): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const screen = openScreen();
  quietOnClosedPipe();
  const program = buildProgram({ screen, exit: (code) => (exit = code) }, version);
  try {
    await program.parseAsync(words.length === 0 ? ['serve'] : words, { from: 'user' });
    return exit;
  } catch (error) {
    return report(error, screen, words);
  }
}

function report(error: unknown, screen: Screen, words: readonly string[]): ExitCode {
  const refused = asRefusal(error);
  if (refused === 'done') return EXIT.done;
  if (refused === undefined) throw error;
  const finding = refused.toFinding();
  if (words.includes('--json')) {
    const { code, kind, message, help } = refused;
    screen.err.write(`${JSON.stringify({ error: { code, kind, message, help } })}\n`);
  } else printFindings(screen.err, [finding]);
  return exitOfKind(refused.kind);
}

/** Help and version arrive as errors without fault; a wrong command line becomes a refusal like every other. */
function asRefusal(error: unknown): Refusal | 'done' | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return 'done';
  const message = error.message
    .replace(/^error: /u, '')
    .replaceAll("'", '"')
    .replace(/\s*\n\s*/u, ' ');
  return refusal('usage', { message: sentence(message) });
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?)]$/u.test(capital) ? capital : `${capital}.`;
}

/** `nevertwice timeline … | head` ends when head has seen enough. */
function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    // Nobody reads any more.
    process.exit(EXIT.done);
  });
}
