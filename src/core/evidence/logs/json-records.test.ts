import { describe, expect, it } from 'vitest';

import { recogniseEvidence } from '../read-evidence.ts';
import type { EvidenceText, ReadContext } from '../types.ts';
import { logFormats } from './log-formats.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

function evidence(text: string): EvidenceText {
  return { file: 'shop.json', evidence: 'e'.repeat(64), text, encoding: 'utf-8', bomBytes: 0 };
}

const CLOUDWATCH = JSON.stringify(
  {
    events: [
      {
        logStreamName: 'app/web/1',
        timestamp: 1_771_834_530_000,
        message: '2026-02-23 08:15:30 ERROR [main] c.a.Pool: no connection',
      },
      { logStreamName: 'app/web/1', timestamp: 1_771_834_531_500, message: 'plain words' },
    ],
    searchedLogStreams: [],
  },
  null,
  2,
);

describe('log records in a JSON document', () => {
  it.each([
    ['CloudWatch events', CLOUDWATCH],
    [
      'an array',
      JSON.stringify([
        { time: '2026-02-23T08:15:30Z', level: 'error', msg: 'no connection' },
        { time: '2026-02-23T08:15:31.500Z', msg: 'plain words' },
      ]),
    ],
    [
      'Elasticsearch hits',
      JSON.stringify({
        hits: {
          hits: [
            {
              _id: 'a',
              _source: { '@timestamp': '2026-02-23T08:15:30Z', message: 'no connection', log: { level: 'ERROR' } },
            },
            { _id: 'b', _source: { '@timestamp': '2026-02-23T08:15:31.5Z', message: 'plain words' } },
          ],
        },
      }),
    ],
    [
      'pretty-printed objects in a row',
      '{\n  "time": "2026-02-23T08:15:30Z",\n  "level": "error",\n  "msg": "no connection"\n}\n{\n  "time": "2026-02-23T08:15:31.5Z",\n  "msg": "plain words"\n}\n',
    ],
  ])('reads %s with places', (_name, text) => {
    const input = evidence(text);
    expect(recogniseEvidence(input, logFormats)?.format.id).toBe('json-records');
    const reading = recogniseEvidence(input, logFormats)?.format.read(input, context);
    expect(reading?.events.map((event) => [event.at.instant, event.kind, event.text])).toEqual([
      ['2026-02-23T08:15:30Z', 'error', 'no connection'],
      ['2026-02-23T08:15:31.500Z', 'log', 'plain words'],
    ]);
    for (const { source } of reading?.events ?? []) {
      expect(text.slice(source.offset, source.offset + source.raw.length)).toBe(source.raw);
    }
  });

  it('tells a record without a time and a document that breaks off', () => {
    const format = logFormats.find(({ id }) => id === 'json-records');
    const reading = format?.read(
      evidence('[{"time":"2026-02-23T08:15:30Z","msg":"a"},\n{"msg":"b"},\n{"time":"2026-0'),
      context,
    );
    expect(reading?.events).toHaveLength(1);
    const places = reading?.findings.map((finding) => `${finding.code} ${String(finding.place?.line)}`);
    expect([...new Set(places)]).toEqual(['log-line-without-time 2', 'evidence-malformed 3']);
  });
});
