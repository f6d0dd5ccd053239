import type { EventCounts, EventKind, EventSource, LogLevel } from '#core/evidence';
import type { Finding } from '#core/errors';
import type { MomentKind } from '#core/record';
import type { WrittenTime } from '#core/time';

/** One entry of the merged timeline. */
export interface TimelineEvent {
  /** Stable within one timeline and independent of input order: `t1`, `t2` … in timeline order. */
  readonly id: string;
  /** First occurrence, after correcting declared clock skew; `written` stays as in the evidence. */
  readonly at: WrittenTime;
  /** Last occurrence where `count` > 1, or the end the source states. */
  readonly until?: WrittenTime;
  readonly text: string;
  readonly kind: EventKind;
  /** Every place that tells this fact, in deterministic order; folded events keep the first, the last and the peak. */
  readonly sources: readonly EventSource[];
  /** How many evidence events this stands for (≥ 1). */
  readonly count: number;
  /** For folded events: the busiest minute and its count. */
  readonly peak?: { readonly minute: string; readonly count: number };
  /** For patterns of a log: how often they came in each minute. */
  readonly perMinute?: EventCounts['perMinute'];
  /** True for patterns of a log that were there before the window. */
  readonly known?: true;
  /** Skew that was taken off, in seconds, where one was declared for its source. */
  readonly skewSeconds?: number;
  readonly actor?: string;
  readonly service?: string;
  readonly level?: LogLevel;
  readonly details?: string;
  readonly names?: readonly string[];
  /** Identity of the fact, as in its evidence. */
  readonly key?: string;
  /** Words that name the same fact elsewhere, of all its sources. */
  readonly hints?: readonly string[];
  /** Template of the chatter that this is. */
  readonly fold?: string;
}

/** A named point in the incident, proposed with its reason; a person confirms. */
export interface SuggestedMoment {
  readonly kind: MomentKind;
  readonly at: WrittenTime;
  /** Ids of the timeline events behind it, the deciding one first. */
  readonly events: readonly string[];
  /** One sentence: why this event. */
  readonly reason: string;
  /** 0…1, for ordering alternatives and for asking; not a probability. */
  readonly confidence: number;
  /** Other candidates for the same moment, best first. */
  readonly alternatives: readonly {
    readonly at: WrittenTime;
    readonly events: readonly string[];
    readonly reason: string;
  }[];
}

/** A change near the first symptom. */
export interface Suspect {
  /** Id of the timeline event that is the change. */
  readonly event: string;
  readonly at: WrittenTime;
  readonly text: string;
  /** 0…1, comparable within one timeline only. */
  readonly score: number;
  /** Each one sentence: "4 minutes before the first symptom", "names checkout-api, which the first errors name". */
  readonly reasons: readonly string[];
}

/** Impact from one start to its end; a reopened incident has several. */
export interface ImpactPeriod {
  readonly from: WrittenTime;
  readonly to: WrittenTime | null;
}

/** Everything the evidence says, in order. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  readonly moments: readonly SuggestedMoment[];
  readonly impactPeriods: readonly ImpactPeriod[];
  readonly suspects: readonly Suspect[];
  readonly findings: readonly Finding[];
}

/** Settings of a merge; everything has a default. */
export interface MergeOptions {
  /** Seconds to take off, by file name or format id: `{ api: 42 }` means the clock of `api` is 42 s ahead. */
  readonly skew?: ReadonlyMap<string, number>;
  /** Keep only events inside (UTC instants); the number left out is a finding. */
  readonly window?: { readonly from: string; readonly to: string };
  /** False keeps every repetition as its own event. Default true. */
  readonly fold?: boolean;
}
