import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { EvidenceText, ReadContext, Sample } from '../types.ts';
import { logFormats } from './log-formats.ts';

const root = new URL('../../../../../shared/loghub/', import.meta.url);

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-11-20T00:00:00Z',
};

/** Completes the times that have no year. */
const MODIFIED = '2016-12-31T00:00:00Z';

/** System, recognised format, instant of the first event in the order of the log. */
const SYSTEMS: readonly (readonly [string, string, string])[] = [
  ['Apache', 'apache-error', '2005-12-04T04:47:44Z'],
  ['HDFS', 'plain-log', '2008-11-09T20:36:15Z'],
  ['Hadoop', 'plain-log', '2015-10-18T18:01:47.978Z'],
  ['Linux', 'syslog', '2016-06-14T15:16:01Z'],
  ['OpenSSH', 'syslog', '2016-12-10T06:55:46Z'],
  ['Proxifier', 'plain-log', '2016-10-30T16:51:56Z'],
  ['Spark', 'plain-log', '2017-06-09T20:10:40Z'],
  ['Zookeeper', 'plain-log', '2015-07-29T17:41:44.747Z'],
];

function load(system: string): EvidenceText {
  const text = readFileSync(new URL(`${system}/${system}_2k.log`, root), 'utf8');
  return { file: `${system}.log`, evidence: 'e'.repeat(64), text, encoding: 'utf-8', bomBytes: 0, modified: MODIFIED };
}

function sampleOf({ file, text }: EvidenceText): Sample {
  const lines = text
    .slice(0, 65_536)
    .split(/\r*\n/u)
    .filter((line) => line.trim() !== '');
  return { file, head: text.slice(0, 65_536), lines: lines.slice(0, 200), json: undefined, jsonLines: [] };
}

describe.skipIf(!existsSync(root))('logs of eight systems (loghub)', () => {
  it.each(SYSTEMS)('every record of %s is told, read as %s', (system, format, first) => {
    const input = load(system);
    const sample = sampleOf(input);
    const [best] = logFormats.toSorted((a, b) => b.recognise(sample) - a.recognise(sample));
    expect(best?.id).toBe(format);
    const events = best?.read(input, context).events ?? [];
    const records = events.filter(({ fold }) => fold !== undefined);
    expect(records.reduce((sum, { counts }) => sum + (counts?.total ?? 1), 0)).toBe(2000);
    expect(events.filter((event) => event.at.instant === null)).toEqual([]);
    expect(events[0]?.at.instant).toBe(first);
    const bytes = Buffer.from(input.text);
    for (const { source } of events) {
      expect(bytes.subarray(source.offset, source.offset + Buffer.byteLength(source.raw)).toString()).toBe(source.raw);
    }
  });
});
