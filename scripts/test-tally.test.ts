import { expect, it } from 'vitest';

import { tallyTests } from './test-tally.ts';

const report = (testResults: readonly unknown[]): string =>
  JSON.stringify({ numPassedTests: 3, numFailedTests: 1, testResults });

it('takes the numbers of the run', () => {
  expect(tallyTests(report([{ status: 'failed', assertionResults: [{}] }]))).toEqual({ passed: 3, failed: 1 });
});

it('counts a file that breaks before its first test as a failed test', () => {
  expect(tallyTests(report([{ status: 'failed', assertionResults: [] }]))).toEqual({ passed: 3, failed: 2 });
});

it('throws on anything that is not a report', () => {
  expect(() => tallyTests('{}')).toThrow('numPassedTests');
});
