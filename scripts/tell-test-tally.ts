// Closes a run with its numbers, alone on a line. Fails when a test failed and when none ran.
import { existsSync, readFileSync } from 'node:fs';

import { TEST_REPORT } from './steps.data.ts';
import { tallyTests } from './test-tally.ts';

const { passed, failed } = existsSync(TEST_REPORT)
  ? tallyTests(readFileSync(TEST_REPORT, 'utf8'))
  : { passed: 0, failed: 0 };

if (passed === 0 || failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
