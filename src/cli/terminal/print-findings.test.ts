import { describe, expect, it } from 'vitest';

import type { Finding } from '#core/errors';

import { printFindings } from './print-findings.ts';
import { recordedStream } from './recorded-stream.fixture.ts';

function printed(findings: readonly Finding[], width = 80): string {
  const stream = recordedStream({ width });
  printFindings(stream, findings);
  return stream.printed();
}

describe('printFindings', () => {
  it('prints the worst first, with place and next step', () => {
    const text = printed([
      { code: 'b', severity: 'info', message: 'Just so you know.' },
      {
        code: 'a',
        severity: 'error',
        message: 'It broke.',
        place: { file: 'api.log', line: 12, column: 3 },
        help: 'Mend it.',
      },
    ]);
    expect(text).toBe('✗ api.log:12:3\n  It broke.\n  Mend it.\ni Just so you know.\n');
  });

  it('counts what repeats in a file', () => {
    const findings = [1, 2, 3, 4, 5].map((line): Finding => ({
      code: 'time',
      severity: 'warning',
      message: `Line ${line}.`,
      place: { file: 'a.csv', line },
    }));
    expect(printed(findings)).toBe(
      '! a.csv:1\n  Line 1.\n! a.csv:2\n  Line 2.\n  3 more of this kind in a.csv; --json lists them all.\n',
    );
  });

  it('wraps to the window', () => {
    const text = printed([{ code: 'a', severity: 'info', message: 'word '.repeat(30).trim() }], 40);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
