import type { WrittenTime } from '#core/time';

import type { TimelineEvent } from './types.ts';

/** Something that may be a moment. */
export interface Candidate {
  readonly at: WrittenTime;
  /** Epoch milliseconds of `at`. */
  readonly epoch: number;
  /** Timeline event behind it. */
  readonly event: TimelineEvent;
  /** 0…1. */
  readonly strength: number;
  /** One sentence. */
  readonly reason: string;
}

/** An event's text, short enough to quote. */
export function quote(event: TimelineEvent): string {
  const text = event.text.length > 100 ? `${event.text.slice(0, 99).trimEnd()}…` : event.text;
  return `“${text}”`;
}

/** The earliest strong candidate, else the strongest, else none; ties go to the earlier. */
export function firstStrong(candidates: readonly Candidate[], strong: number): Candidate | undefined {
  return candidates.find((candidate) => candidate.strength >= strong) ?? strongest(candidates);
}

/** The strongest candidate, the earlier of equals; candidates must come in order of time. */
export function strongest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) if (best === undefined || candidate.strength > best.strength) best = candidate;
  return best;
}
