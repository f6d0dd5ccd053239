import { describe, expect, it } from 'vitest';

import { isZone } from '#core/time';

import type { EvidenceText, ReadContext } from '../types.ts';
import { createLogClock } from './log-clock.ts';
import { STAMP_SHAPES, ZONE_WORDS } from './stamp-shapes.data.ts';
import { shapesOf, stampAt, stampAmong } from './stamp.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2027-01-01T00:00:00Z',
  window: { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' },
};
const input: EvidenceText = { file: 'a.log', evidence: '0', text: '', encoding: 'utf-8', bomBytes: 0 };

describe('times of log lines', () => {
  for (const shape of STAMP_SHAPES) {
    it.each(shape.samples)(`${shape.id} reads %s`, (written, expected) => {
      const stamp = stampAmong(shapesOf([shape.id]), `${written} and a message`, 0);
      expect(stamp?.end).toBe(written.length);
      const clock = createLogClock(input, context, { stamps: stamp === null ? [] : [stamp], midnights: 0 });
      expect(stamp === null ? null : clock.resolve(stamp, written).at.instant).toBe(expected);
    });

    it.each(shape.samples)(`%s is read the same among all shapes as by ${shape.id}`, (written, expected) => {
      const stamp = stampAt(`${written} and a message`, 0, null);
      const clock = createLogClock(input, context, { stamps: stamp === null ? [] : [stamp], midnights: 0 });
      expect(stamp === null ? null : clock.resolve(stamp, written).at.instant).toBe(expected);
    });
  }

  it('has no shape without a sample but the bare clock', () => {
    expect(STAMP_SHAPES.filter((shape) => shape.samples.length === 0).map((shape) => shape.id)).toEqual(['clock']);
  });

  it('knows only zone names that the time room resolves', () => {
    expect(ZONE_WORDS.filter((word) => !isZone(word))).toEqual([]);
  });

  it.each(['hello', '12', '10.0.0.1 said', 'March to the sea', '1.2.3', 'v2026-01-02', ''])(
    'sees no time at the start of “%s”',
    (text) => {
      expect(stampAt(text, 0, null)).toBeNull();
    },
  );

  it('refuses 13 PM', () => {
    expect(stampAt('10/18/2015 13:01:47 PM', 0, null)).toBeNull();
  });
});
