import type { Finding } from '#core/errors';
import { instantToEpoch } from '#core/time';

import type { EvidenceEvent } from './types.ts';

const DAY = 86_400_000;

interface Oddity {
  readonly code: string;
  readonly says: string;
  readonly help: string;
  holds(epoch: number, now: number): boolean;
}

const ODDITIES: readonly Oddity[] = [
  {
    code: 'time-in-future',
    says: 'after the present',
    help: 'Check the clock and the zone of that source; the events are kept as they are written.',
    holds: (epoch, now) => epoch > now,
  },
  {
    code: 'time-in-1970',
    says: 'in or before 1970',
    help: 'Such times usually mean a missing value or seconds taken for milliseconds; the events are kept as they are written.',
    holds: (epoch) => epoch < 365 * DAY,
  },
];

/** Findings about the times of one file's events: each oddity once, with its first place and how often it occurs. */
export function checkTimes(events: readonly EvidenceEvent[], now: string): Finding[] {
  const present = instantToEpoch(now);
  return ODDITIES.flatMap((oddity) => {
    const odd = events.filter(({ at }) => at.instant !== null && oddity.holds(instantToEpoch(at.instant), present));
    const first = odd[0];
    return first === undefined ? [] : [describe(oddity, first, odd.length)];
  });
}

function describe({ code, says, help }: Oddity, { at, source }: EvidenceEvent, count: number): Finding {
  const { file, line, offset } = source;
  const others = count === 1 ? '' : `, and ${count - 1} more`;
  return {
    code,
    severity: 'warning',
    message: `“${at.written}” is ${says}${others}.`,
    place: { file, line, offset },
    help,
  };
}
