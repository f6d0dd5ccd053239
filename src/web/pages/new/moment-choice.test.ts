import { expect, test } from 'vitest';

import { chosenMoments } from './moment-choice.ts';
import { explainReason } from './explain-reason.ts';

const at = (clock: string) => ({
  written: clock,
  instant: `2026-03-17T${clock}:00Z`,
  precision: 'minute' as const,
  approximate: false,
  zone: 'UTC',
  zoneStated: true,
});

const PREVIEW = {
  moments: [
    {
      kind: 'mitigated' as const,
      at: at('13:58'),
      events: ['t3'],
      reason: 'It was rolled back.',
      confidence: 0.9,
      alternatives: [{ at: at('14:10'), events: ['t5'], reason: 'The flag was switched off.' }],
    },
    { kind: 'resolved' as const, at: at('15:20'), events: ['t9'], reason: 'Said so.', confidence: 1, alternatives: [] },
  ],
};

test('the best of each moment is confirmed where nothing else was chosen', () => {
  expect(chosenMoments(PREVIEW, {}).map(({ kind, events }) => [kind, ...events])).toEqual([
    ['mitigated', 't3'],
    ['resolved', 't9'],
  ]);
});

test('another candidate, or none, is what the person chose', () => {
  expect(chosenMoments(PREVIEW, { mitigated: 1, resolved: -1 })).toEqual([
    { kind: 'mitigated', at: at('14:10'), events: ['t5'] },
  ]);
});

test('reasons name events by their time, several by their number', () => {
  const event = { id: 't68', at: at('13:02'), text: '', kind: 'deploy', count: 1, sources: [] };
  expect(explainReason('It took effect (t68) 19 min before; told by t1, t2.', [event], 'Europe/Berlin')).toBe(
    'It took effect (14:02) 19 min before; told by 2 more events.',
  );
  expect(explainReason('It was taken back (t7).', [event], 'UTC')).toBe('It was taken back (another event).');
});
