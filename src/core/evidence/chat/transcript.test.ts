import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefly, contextOf, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { sampleOf } from '../sample.ts';
import { chatFormats } from './index.ts';
import { dayOf } from './transcript-times.ts';
import { chatTranscript } from './transcript.ts';

const window = { from: '2026-02-22T20:00:00Z', to: '2026-02-23T04:00:00Z' };
const read = (text: string, context = contextOf({ window })) =>
  readWithBest(chatFormats, evidenceOf(text, 'chat.txt'), context);

describe('chatTranscript', () => {
  it.each([
    ['IRC', '23:50 <@ana> checkout is slow\n23:55 <ben> looking\n00:05 -!- carl has joined #ops\n00:10 * ana nods'],
    [
      'brackets',
      '[23:50] Ana: checkout is slow\n[23:55] Ben: looking\n[00:05] Ana: carl has joined #ops\n[00:10] Ben: nods',
    ],
    [
      'names above',
      'Ana Silva  11:50 PM\ncheckout is slow\nBen Ito  11:55 PM\nlooking\n\nAna Silva  12:05 AM\ncarl has joined #ops\nBen Ito  12:10 AM\nnods',
    ],
    [
      'tabs',
      '2026-02-22 23:50:00\tana\tcheckout is slow\n2026-02-22 23:55:00\tben\tlooking\n2026-02-23 00:05:00\t-->\tcarl has joined #ops\n2026-02-23 00:10:00\tana\tnods',
    ],
  ])('reads %s with the day of the window, past midnight', (_name, text) => {
    const reading = read(text);
    expect(reading.format).toBe('chat-transcript');
    expect(reading.events.map(({ at, text: words }) => `${at.instant ?? '?'} ${words}`)).toEqual([
      '2026-02-22T23:50:00Z checkout is slow',
      '2026-02-22T23:55:00Z looking',
      '2026-02-23T00:05:00Z carl has joined #ops',
      '2026-02-23T00:10:00Z nods',
    ]);
    expect(reading.findings).toMatchObject([{ code: 'chat-zone-assumed', severity: 'info' }]);
  });

  it('takes the day from lines between the messages and keeps lines that go on', () => {
    const text =
      '--- Day changed Mon Feb 23 2026\n08:15 <ana> trace:\n  at pool.acquire\n08:16 <ben> ok\nTuesday, February 24th\n08:00 <ana> all quiet';
    const reading = read(text, contextOf());
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:00Z message | trace: at pool.acquire',
      '2026-02-23T08:16:00Z message | ok',
      '2026-02-24T08:00:00Z message | all quiet',
    ]);
    expect(reading.events[0]).toMatchObject({
      actor: 'ana',
      details: 'trace:\n  at pool.acquire',
      source: { line: 2 },
    });
    expect(reading.events[0]?.source.raw).toBe('08:15 <ana> trace:\n  at pool.acquire');
  });

  it('says that the day is missing where nothing tells it', () => {
    const reading = read('[10:42] Ana: slow\n[10:43] Ben: looking', contextOf());
    expect(reading.events.map(({ at }) => at.instant)).toEqual([null, null]);
    expect(reading.findings).toMatchObject([{ code: 'chat-day-missing', help: expect.stringContaining('--from') }]);
  });

  it('does not take logs for chats', () => {
    for (const text of [
      '10:42:01 ERROR: pool exhausted\n10:42:02 WARN: retrying\n10:42:03 INFO: up',
      '2026-02-23 10:42:01,123 INFO [main] c.e.Pool - started\n2026-02-23 10:42:02,123 WARN [main] c.e.Pool - slow',
      'Feb 23 10:42:01 web1 nginx[12]: started\nFeb 23 10:42:02 web1 nginx[12]: stopped',
      'a\nb\nc',
      '',
    ]) {
      expect(chatTranscript.recognise(sampleOf(evidenceOf(text)))).toBe(0);
    }
  });

  it('leaves a column of components after full timestamps to the logs', () => {
    const text = '2026-02-22 23:50:01 Checkout: pool is full\n2026-02-22 23:55:01 Payment: ok';
    expect(chatTranscript.recognise(sampleOf(evidenceOf(text)))).toBeLessThan(0.5);
  });

  it('reads dates of WhatsApp exports where a number above 12 tells their order', () => {
    const reading = read('23/02/2026, 10:42 - Ana: slow\n23/02/2026, 10:43 - Ben: looking', contextOf());
    expect(reading.events.map(({ at, actor }) => `${at.instant ?? '?'} ${actor}`)).toEqual([
      '2026-02-23T10:42:00Z Ana',
      '2026-02-23T10:43:00Z Ben',
    ]);
  });

  it('loses no line and never throws', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('10:42 <ana> hi', '[10:43] Ben: yes', '2026-02-23', 'Ana Silva  10:42 AM', ''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.map((part) => part.replaceAll(/[\r\n]/gu, ' ')).join('\n');
        const input = evidenceOf(text, 'chat.txt');
        const { events, findings } = chatTranscript.read(input, contextOf({ window }));
        const kept = events.map(({ source }) => source.raw).join('\n');
        const said = new Set(findings.map(({ place }) => place?.line));
        const lost = text.split('\n').filter((part, at) => {
          const separator = dayOf(part, contextOf({ window }), '2026-02-23') !== undefined;
          return part.trim() !== '' && !separator && !kept.includes(part) && !said.has(at + 1);
        });
        expect(lost).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
