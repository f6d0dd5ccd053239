import { describe, expect, it } from 'vitest';

import { tellingLine } from './telling-line.ts';

describe('why PostgreSQL failed', () => {
  it.each([
    [
      'is its first complaint',
      [
        'running bootstrap script ... 2026-11-21 01:56:37 UTC [3756] FATAL:  could not extend file "base/1/2691": No space left on device',
        '2026-11-21 01:56:37 UTC [3756] HINT:  Check free disk space.',
        '2026-11-21 01:56:37 UTC [3756] PANIC:  cannot abort transaction 1, it was already committed',
        'child process exited with exit code 134',
      ],
      'could not extend file "base/1/2691": No space left on device',
    ],
    [
      'is not what it told those who came too early',
      [
        '2026-11-21 [1] FATAL:  the database system is starting up',
        '2026-11-21 [2] PANIC:  could not locate a valid checkpoint record',
        '2026-11-21 [1] LOG:  database system is shut down',
      ],
      'could not locate a valid checkpoint record',
    ],
    [
      'is what its tools complain of',
      ['initdb: error: directory "/x" exists but is not empty.'],
      'directory "/x" exists but is not empty',
    ],
    ['is its last word where it names no reason', ['starting', 'Killed', ''], 'Killed'],
    ['is unknown where it said nothing', [''], 'it gave no reason'],
  ])('%s', (_what, lines, line) => {
    expect(tellingLine(lines.join('\n'))).toBe(line);
  });
});
