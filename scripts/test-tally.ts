import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** How many tests of one run passed and failed. */
export interface TestTally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Counts the tests in a report of Vitest's JSON reporter. A file that breaks before its first test counts as one
 * failed test: it would otherwise vanish from the numbers. Throws when `json` is not such a report.
 */
export function tallyTests(json: string): TestTally {
  const report = Report.parse(JSON.parse(json));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
