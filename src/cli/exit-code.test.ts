import { describe, expect, it } from 'vitest';

import { exitOfFindings, exitOfKind } from './exit-code.ts';

describe('exit codes', () => {
  it('tell done, blocked and unreadable apart', () => {
    const finding = { code: 'x', severity: 'error', message: 'x' } as const;
    expect(exitOfFindings([], false)).toBe(0);
    expect(exitOfFindings([{ ...finding, severity: 'warning' }], false)).toBe(0);
    expect(exitOfFindings([finding], false)).toBe(1);
    expect(exitOfFindings([finding], true)).toBe(3);
  });

  it('tell a wrong command line from an input that cannot be read', () => {
    expect(
      (['invalid', 'conflict', 'missing', 'forbidden', 'limited', 'unavailable'] as const).map(exitOfKind),
    ).toEqual([2, 1, 3, 3, 3, 3]);
  });
});
