import { homedir } from 'node:os';

import { type RunningServer, type ServerSettings, startServer } from '#server';

import { readEnvironment, readServerEnvironment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { greeting } from '../terminal/greeting.ts';
import { logLine } from '../terminal/log-line.ts';
import { openBrowser } from '../terminal/open-browser.ts';
import type { Screen } from '../terminal/screen.ts';
import { dataDirectory } from './data-directory.ts';
import { type ServeOptions as Options, serveSettings } from './serve-settings.ts';

/** Options of `nevertwice serve`, and the version of the program. */
export interface ServeOptions extends Options {
  readonly version: string;
}

/** Runs `nevertwice serve` until the process is told to stop. */
export async function runServe(options: ServeOptions, screen: Screen): Promise<ExitCode> {
  const settings = settingsOf(options, screen);
  const server = await startServer(settings);
  // In a terminal for the person; where nobody watches beside the log, which has standard output for itself.
  const stream = screen.out.isTerminal ? screen.out : screen.err;
  stream.lines(greeting(stream, { server, settings }));
  if (options.open !== false && screen.interactive) openBrowser(server.firstRunLink ?? server.url);
  await stopOnSignal(server, () => stream.lines(['', 'Stopping. Press Ctrl-C again to hurry.']));
  return EXIT.done;
}

function settingsOf(options: ServeOptions, screen: Screen): ServerSettings {
  const environment = readServerEnvironment();
  const { localAppData, xdgDataHome } = environment;
  const settings = serveSettings(options, {
    environment,
    version: options.version,
    defaultData: dataDirectory({ platform: process.platform, home: homedir(), localAppData, xdgDataHome }),
    defaultLogLevel: screen.out.isTerminal && !readEnvironment().ci ? 'warn' : 'info',
  });
  if (!screen.out.isTerminal) return settings;
  return { ...settings, writeLog: (line) => screen.err.lines([logLine(screen.err, line)]) };
}

/** The first signal stops gently, the next one hurries. */
async function stopOnSignal(server: RunningServer, tell: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (): void => {
    tell();
    process.on('SIGINT', hurry).on('SIGTERM', hurry);
    server.stop().then(resolve, resolve);
  };
  const hurry = (): void => {
    server.stop(0).then(resolve, resolve);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  await promise;
}
