import { chance, hex } from './chance.ts';
import { at } from './clock.ts';
import { failureShare, IMPACT, T } from './story.ts';

/** One checkout that the log shipper kept: one in fifty that worked, one in forty that failed. */
export interface Request {
  /** When checkout-api answered. */
  readonly at: number;
  readonly failed: boolean;
  readonly milliseconds: number;
  readonly trace: string;
  readonly order: string;
  /** Connections wanted but not there, as the pool counts them. */
  readonly waiting: number;
  readonly thread: number;
}

/** From when to when the exported logs go. */
export const LOG_SPAN = { from: at('11:30:00'), to: at('15:30:00') } as const;

/** Every kept checkout, in order; the first and the last failure of each impact are exactly those of the story. */
export const REQUESTS: readonly Request[] = [...answered(), ...failures()].toSorted((a, b) => a.at - b.at);

function request(time: number, failed: boolean): Request {
  const random = chance(`request:${time}`);
  const share = failureShare(time);
  return {
    at: time,
    failed,
    milliseconds: failed
      ? random.whole(5001, 5040)
      : random.whole(120, 320) + Math.floor(share * random.whole(900, 6000)),
    trace: hex(`trace:${time}`, 32),
    order: `LK-${random.whole(2_410_000, 2_489_999)}`,
    waiting: Math.max(3, Math.floor(share * 64) + random.whole(-4, 4)),
    thread: random.whole(1, 200),
  };
}

function answered(): Request[] {
  const random = chance('answered');
  const kept: Request[] = [];
  let time: number = LOG_SPAN.from + 7131;
  while (time < LOG_SPAN.to) {
    if (random.next() > failureShare(time)) kept.push(request(time, false));
    // Afternoon traffic: gaps shrink from about 70 s to about 35 s.
    const busy = Math.min(1, Math.max(0, (time - at('12:30:00')) / 5_400_000));
    time += Math.floor((70_000 - 35_000 * busy) * (0.4 + 1.2 * random.next()));
  }
  return kept;
}

function failures(): Request[] {
  return IMPACT.flatMap(({ from, lastError }, index) => {
    const random = chance(`failures:${index}`);
    const kept = [request(from, true)];
    let time: number = from;
    for (;;) {
      time += Math.floor((22_000 / (0.15 + failureShare(time))) * (0.3 + 1.4 * random.next()));
      if (time >= lastError) break;
      kept.push(request(time, true));
    }
    return [...kept, request(lastError, true)];
  });
}

/** Every two minutes somebody asks whether the service is well; each service has its own offset. */
export function healthChecks(offset: number): number[] {
  const random = chance(`health:${offset}`);
  const count = Math.floor((LOG_SPAN.to - LOG_SPAN.from) / 120_000);
  return Array.from({ length: count }, (_, index) => LOG_SPAN.from + index * 120_000 + offset + random.whole(0, 400));
}

/** Starts of checkout-api with the image they started. */
export const STARTS = [T.badRollout, T.rollback, T.secondRollout, T.revertRollout] as const;
