import type { ExitCode } from './exit-code.ts';
import type { Screen } from './terminal/screen.ts';

/** What a command needs to run, and where it leaves its exit code. */
export interface Shell {
  readonly screen: Screen;
  exit(code: ExitCode): void;
}
