import { describe, expect, it } from 'vitest';

import { recogniseEvidence } from '../read-evidence.ts';
import type { EvidenceText, ReadContext } from '../types.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

const JOURNAL = `__CURSOR=s=1;i=1
__REALTIME_TIMESTAMP=1771834530123456
_HOSTNAME=web-1
PRIORITY=3
SYSLOG_IDENTIFIER=checkout
MESSAGE=no connection

__CURSOR=s=1;i=2
__REALTIME_TIMESTAMP=1771834531123456
PRIORITY=6
SYSLOG_IDENTIFIER=checkout
MESSAGE=connected
`;

const WEVTUTIL = `Event[0]:
  Log Name: System
  Source: Service Control Manager
  Date: 2026-02-23T08:15:30.1230000Z
  Event ID: 7031
  Level: Error
  Computer: web-1
  Description:
The Checkout service terminated.
It has done this once.

Event[1]:
  Log Name: System
  Source: Kernel-General
  Date: 2026-02-23T08:15:31.0000000Z
  Level: Information
  Description:
The clock was set.
`;

const POWERSHELL = `TimeCreated  : 23/02/2026 08:15:30
ProviderName : Service Control Manager
Id           : 7031
LevelDisplayName : Error
Message      : The Checkout service terminated.

TimeCreated  : 24/02/2026 08:15:31
ProviderName : Kernel-General
LevelDisplayName : Information
Message      : The clock was set.
`;

function evidence(text: string): EvidenceText {
  return { file: 'a.txt', evidence: 'e', text, encoding: 'utf-8', bomBytes: 0 };
}

describe('records of several lines', () => {
  it.each([
    ['journal-export', JOURNAL, '2026-02-23T08:15:30.123Z', 'checkout', 'no connection'],
    [
      'windows-events',
      WEVTUTIL,
      '2026-02-23T08:15:30.123Z',
      'Service Control Manager',
      'The Checkout service terminated.',
    ],
    [
      'powershell-events',
      POWERSHELL,
      '2026-02-23T08:15:30Z',
      'Service Control Manager',
      'The Checkout service terminated.',
    ],
  ])('%s', (...row) => {
    const [id, text, at, service, message] = row;
    const format = recogniseEvidence(evidence(text))?.format;
    expect(format?.id).toBe(id);
    const { events = [], findings } = format?.read(evidence(text), context) ?? {};
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ at: { instant: at }, service, text: message, level: 'error' });
    expect(events[1]?.level).toBe('info');
    expect(findings?.filter((finding) => finding.severity !== 'info')).toEqual([]);
  });

  it('keep further lines of their message', () => {
    const format = recogniseEvidence(evidence(WEVTUTIL))?.format;
    expect(format?.read(evidence(WEVTUTIL), context).events[0]?.details).toBe('It has done this once.');
  });

  it('without a time are told', () => {
    const text = '__CURSOR=s=1;i=1\nPRIORITY=3\nMESSAGE=no connection\n';
    const format = recogniseEvidence(evidence(text))?.format;
    expect(format?.read(evidence(text), context)).toMatchObject({
      events: [],
      findings: [{ code: 'log-line-without-time', place: { line: 1 } }],
    });
  });
});
