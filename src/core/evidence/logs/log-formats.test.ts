import { describe, expect, it } from 'vitest';

import type { EvidenceEvent, EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { logFormats } from './log-formats.ts';
import { compileLayout, matchLayout } from './layout.ts';
import { LOG_LAYOUTS } from './layouts.data.ts';
import { PROGRAMS, RECORDS } from './log-lines.fixture.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

function sampleOf(text: string): Sample {
  const lines = text.split(/\r*\n/u).filter((line) => line.trim() !== '');
  return { file: 'a.log', head: text.slice(0, 65_536), lines: lines.slice(0, 200), json: undefined, jsonLines: [] };
}

function bestFormat(text: string): Format {
  const sample = sampleOf(text);
  const scored = logFormats
    .map((format) => ({ format, score: format.recognise(sample) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined || best.score === 0) throw new Error(`No log format recognises ${text.slice(0, 80)}`);
  return best.format;
}

function evidence(text: string, options: Partial<EvidenceText> = {}): EvidenceText {
  return {
    file: 'shop.log',
    evidence: 'e'.repeat(64),
    text,
    encoding: 'utf-8',
    bomBytes: 0,
    modified: '2026-12-30T00:00:00Z',
    ...options,
  };
}

function read(text: string): Reading {
  return bestFormat(text).read(evidence(text), context);
}

function only(text: string): EvidenceEvent {
  const { events } = read(text);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

describe('layouts', () => {
  for (const layout of LOG_LAYOUTS) {
    it.each(layout.samples)(`${layout.id} reads its sample $line`, (sample) => {
      expect(bestFormat(sample.line).id).toBe(layout.id);
      const event = only(sample.line);
      expect(event.at.instant).toBe(sample.at);
      expect(event.text).toBe(sample.text);
      expect(event.level).toBe(sample.level);
      expect(event.service).toBe(sample.service ?? 'shop');
      expect(event.source.format).toBe(layout.id);
    });

    it.each(layout.others)(`${layout.id} leaves %s to others`, (line) => {
      expect(matchLayout(compileLayout(layout), line)).toBeNull();
    });
  }
});

describe('lines of any program', () => {
  it.each([
    ['2026-02-23 08:15:30 checkout-api ERROR boom', 'checkout-api'],
    ['2026-02-23 08:15:30 [payments-service] ERROR boom', 'payments-service'],
    ['2026-02-23 08:15:30 [http-nio-8080-exec-5] ERROR boom', 'shop'],
    ['2026-02-23 08:15:30 [worker-pool] ERROR boom', 'shop'],
  ])('finds the service before the level in “%s”', (line, service) => {
    expect([only(line).service, only(line).text]).toEqual([service, 'boom']);
  });

  it.each(PROGRAMS)('%s', (...row) => {
    const [, line, at, level, service, text] = row;
    const event = only(line);
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([at, level, service, text]);
    expect(event.source.raw).toBe(line);
  });

  it('keeps a bare clock for the day the file was last written', () => {
    expect(only('08:15:30.123 [main] INFO  com.acme.App - up').at.instant).toBe('2026-12-30T08:15:30.123Z');
  });
});

describe('JSON lines', () => {
  it.each(RECORDS)('%s', (...row) => {
    const [, line, at, level, service, text] = row;
    expect(bestFormat(line).id).toBe('json-lines');
    const event = only(line);
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([at, level, service, text]);
  });

  it('keeps what is written where a number is beyond the safe integers', () => {
    expect(only('{"ts":1704067200123456789,"level":"info","msg":"x"}').at.written).toBe('1704067200123456789');
  });

  it('puts a stack below the message and names its class', () => {
    const event = only(
      '{"level":50,"time":1704067200123,"msg":"boom","err":{"type":"TypeError","stack":"TypeError: x\\n    at a (/b.js:1:2)"}}',
    );
    expect(event.details).toBe('TypeError: x\n    at a (/b.js:1:2)');
    expect(event.names).toContain('TypeError');
  });
});

describe('logfmt', () => {
  it('reads pairs with quoted values', () => {
    const event = only('time="2024-01-01T00:00:00Z" level=error msg="failed to \\"pull\\"" service=api');
    expect(event.source.format).toBe('logfmt');
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([
      '2024-01-01T00:00:00Z',
      'error',
      'api',
      'failed to "pull"',
    ]);
  });

  it('reads it behind the head of another line', () => {
    const event = only('2024-01-01T00:00:00Z stderr F level=warn msg="slow query" component=tsdb');
    expect([event.level, event.service, event.text]).toEqual(['warning', 'tsdb', 'slow query']);
  });
});

describe('recognising', () => {
  it.each(['', '# Notes\n\nSome prose about 2026.\n', '{"a": 1}', 'name,value\na,1\n', 'commit 1a2b3c\nAuthor: Ada\n'])(
    'leaves “%s” to others',
    (text) => {
      expect(logFormats.map((format) => format.recognise(sampleOf(text))).filter((score) => score > 0)).toEqual([]);
    },
  );

  it('leaves certainty to formats with a schema', () => {
    const scores = [...PROGRAMS, ...RECORDS].flatMap(([, line]) =>
      logFormats.map((format) => format.recognise(sampleOf(line))),
    );
    expect(Math.max(...scores)).toBeLessThan(1);
  });

  it.each([
    ['a chat', '[2026-02-23 08:15:01] ada: hi\n[2026-02-23 08:16:02] bob: it is down\n'],
    ['a table', 'time,level,message\n2026-02-23T08:15:30Z,ERROR,a\n2026-02-23T08:15:31Z,INFO,b\n'],
    ['commits', '2021-03-04 12:05:06 +0100 1a2b3c4 Fix pool\n2021-03-04 11:05:06 +0100 2a2b3c4 Add pool\n'],
  ])('takes %s for a log only where nobody else wants it', (_name, text) => {
    expect(Math.max(...logFormats.map((format) => format.recognise(sampleOf(text))))).toBeLessThanOrEqual(0.5);
  });

  it.each([
    ['Laravel', '[2026-02-23 08:15:30] production.ERROR: boom {"a":1}\n[2026-02-23 08:15:31] production.INFO: fine\n'],
    ['zap console', '2026-02-23T08:15:30Z\tERROR\tmain.go:1\tboom\n2026-02-23T08:15:31Z\tINFO\tmain.go:2\tfine\n'],
  ])('is sure of %s, as levels stand on its lines', (_name, text) => {
    expect(bestFormat(text).recognise(sampleOf(text))).toBeGreaterThan(0.95);
    expect(read(text).events.map((event) => [event.level, event.text.slice(0, 4)])).toEqual([
      ['error', 'boom'],
      ['info', 'fine'],
    ]);
  });

  it('sees the log behind long traces', () => {
    const trace = Array.from({ length: 30 }, (_, index) => `\tat com.acme.Pool.take(Pool.java:${String(index)})`).join(
      '\n',
    );
    const text = `2026-02-23 08:15:30 ERROR c.a.Pool - x\njava.lang.IllegalStateException: no\n${trace}\n2026-02-23 08:15:31 INFO c.a.Pool - y\n`;
    expect(bestFormat(text).id).toBe('plain-log');
    expect(read(text).events).toHaveLength(2);
  });
});
