import { describe, expect, it } from 'vitest';

import { timeFromEpoch, formatInstant } from '#core/time';

import type { EvidenceEvent } from '../event-types.ts';
import { type RecordEvent, tellRecords } from './tell-records.ts';

const START = Date.UTC(2026, 1, 23, 6);
const MINUTE = 60_000;

function record(minute: number, text: string, level: 'info' | 'error' = 'error'): RecordEvent {
  const instant = formatInstant(START + minute * MINUTE);
  const at = timeFromEpoch(START + minute * MINUTE, instant, { precision: 'second', zone: 'UTC' });
  const source = { evidence: 'e', file: 'app.log', format: 'plain-log', line: minute + 1, offset: minute, raw: text };
  const event: EvidenceEvent = { at, text, kind: level === 'error' ? 'error' : 'log', level, source };
  return { event, mined: text };
}

function toldBetween(records: readonly RecordEvent[], from: number, to: number): EvidenceEvent[] {
  return tellRecords(records, {
    from: formatInstant(START + from * MINUTE),
    to: formatInstant(START + to * MINUTE),
  });
}

const noise = Array.from({ length: 180 }, (_, minute) => record(minute, `Mail to ${String(minute)} bounced`));
const failure = Array.from({ length: 20 }, (_, index) => record(120 + index, `Pool of ${String(index)} is exhausted`));
const inOrder = [...noise, ...failure].toSorted((a, b) => a.event.source.offset - b.event.source.offset);

describe('the records of a log in a window', () => {
  it('are counted inside it only', () => {
    const [first] = toldBetween(inOrder, 60, 150).filter(({ text }) => text.startsWith('Mail'));
    expect(first?.at.instant).toBe('2026-02-23T07:00:00Z');
    expect(first?.counts?.total).toBe(91);
  });

  it('are told as known where they came before it, and as news where they did not', () => {
    const told = toldBetween(inOrder, 60, 150).filter(({ counts }) => counts !== undefined);
    expect(told.map(({ text, counts }) => [text.split(' ')[0], counts?.known])).toEqual([
      ['Mail', true],
      ['Pool', undefined],
    ]);
  });

  it('leave one behind for whoever counts what is outside', () => {
    expect(toldBetween(inOrder, 500, 600).map(({ text }) => text)).toEqual([
      'Mail to 0 bounced',
      'Pool of 0 is exhausted',
    ]);
  });
});
