import { type LineClock, planLineClock } from '#core/evidence/logs';

import type { LogPlan } from './log-plan.ts';

const clocks = new WeakMap<LogPlan, LineClock | null>();

/** The clock of a log; null where its first lines have no times. Planned once per plan and thread. */
export function planClock(plan: LogPlan): LineClock | null {
  const known = clocks.get(plan);
  if (known !== undefined) return known;
  const clock = planLineClock(plan.sample, { ...plan.context, decode });
  clocks.set(plan, clock);
  return clock;
}

/** The text of bytes; broken UTF-8 becomes U+FFFD. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
