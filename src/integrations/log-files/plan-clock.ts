import { type LineClock, planLineClock } from '#core/evidence/logs';

import type { LogPlan } from './log-plan.ts';

/** The clock of a log; null where its first lines have no times. */
export function planClock({ sample, context }: Pick<LogPlan, 'sample' | 'context'>): LineClock | null {
  return planLineClock(sample, { ...context, decode });
}

/** The text of bytes; broken UTF-8 becomes U+FFFD. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
