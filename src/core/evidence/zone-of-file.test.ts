import { describe, expect, it } from 'vitest';

import { readEvidence } from './read-evidence.ts';
import type { EvidenceText } from './types.ts';
import { zoneOfFile } from './zone-of-file.ts';

const zones = new Map([
  ['app.log', 'Europe/Berlin'],
  ['east', 'Asia/Tokyo'],
  ['logs/east/db.log', 'UTC'],
]);

describe('zones of single files', () => {
  it.each([
    ['app.log', 'Europe/Berlin'],
    ['logs/app.log', 'Europe/Berlin'],
    ['logs/app.log.2.gz', 'Europe/Berlin'],
    ['logs/app.log-20260223', 'Europe/Berlin'],
    ['logs\\app.log', 'Europe/Berlin'],
    ['logs/east/web.log', 'Asia/Tokyo'],
    ['/var/logs/east/db.log', 'UTC'],
    ['my-app.log', undefined],
    ['least/web.log', undefined],
    ['app.logs/web', undefined],
  ])('%s is in %s', (file, zone) => {
    expect(zoneOfFile(file, zones)).toBe(zone);
  });

  it('go before the zone of all files', () => {
    const files = ['app.log', 'web.log'].map((file) => ({ ...text, file, evidence: file }));
    const { events } = readEvidence(files, { now: '2026-12-31T00:00:00Z', zone: 'America/New_York', zones });
    expect(events.map(({ source, at }) => [source.file, at.instant])).toEqual([
      ['app.log', '2026-02-23T07:15:30Z'],
      ['web.log', '2026-02-23T13:15:30Z'],
    ]);
  });
});

const text: EvidenceText = {
  file: 'app.log',
  evidence: '',
  text: '2026-02-23 08:15:30 ERROR gone\n',
  encoding: 'utf-8',
  bomBytes: 0,
};
