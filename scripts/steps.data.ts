/** One check: its name for people and the command that fails when the check does. */
export interface Step {
  readonly name: string;
  readonly command: string;
  /** Shown while it runs, not only when it fails. */
  readonly loud?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Where the last step leaves the numbers of the test run. */
export const TEST_REPORT = 'reports/tests.json';

/** Every check in the order it runs: the quick ones first, the tests last, so that their summary ends the output. */
export const STEPS: readonly Step[] = [
  { name: 'format', command: 'npm run --silent check:format' },
  { name: 'lint', command: 'npm run --silent check:lint' },
  { name: 'lifted rules', command: 'npm run --silent check:lifted-rules' },
  { name: 'types', command: 'npm run --silent check:types' },
  { name: 'layers', command: 'npm run --silent check:layers' },
  { name: 'paths', command: 'npm run --silent check:paths' },
  { name: 'dead code', command: 'npm run --silent check:dead-code' },
  { name: 'docs', command: 'npm run --silent check:docs' },
  // Leaves a fresh dist/ for the tests of the command line.
  { name: 'package', command: 'npm run --silent check:package' },
  // Half an hour off the full hour and with a summer time of its own: finds whatever leans on the machine's zone.
  // Killed servers, hostile requests and real browsers take minutes and read no clock of the machine's zone: once is enough.
  {
    name: 'tests in St. John’s',
    command: "vitest run --reporter=dot --exclude 'tests/{browser,faults,live,security,store}/**'",
    env: { TZ: 'America/St_Johns' },
  },
  {
    name: 'tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${TEST_REPORT}`,
    loud: true,
  },
];
