import type { DurationResult } from '#core/metrics';
import type { MomentKind, Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';
import type { Timeline } from '#core/timeline';

/** A moment as a person confirmed it. */
export interface ConfirmedMoment {
  readonly kind: MomentKind;
  readonly at: WrittenTime;
  /** Ids of the timeline events behind it, the deciding one first; empty for a time that was given by hand. */
  readonly events: readonly string[];
}

/** One piece of evidence that gave events. */
export interface EvidenceItem {
  readonly file: string;
  /** Label of its format, as `PagerDuty webhook (v3)`. */
  readonly format: string;
  readonly sha256: string;
  readonly events: number;
}

/** Everything that a first draft is made of. */
export interface DraftInput {
  /** The new, empty document of the dialect, with what the command line stated. */
  readonly base: Postmortem;
  readonly timeline: Timeline;
  readonly moments: readonly ConfirmedMoment[];
  /** Results of the dialect's definitions. */
  readonly durations: readonly DurationResult[];
  readonly evidence: readonly EvidenceItem[];
  /** Zone of the document's clock, as it is printed: `UTC`, `CET`, `Europe/Berlin`. */
  readonly zone: string;
  /** True gives each row its source as a field of its own, instead of citing it where the template has room. */
  readonly sourceFields?: boolean;
  /** True writes every event into the document's timeline. Default false: those that tell the incident. */
  readonly allEvents?: boolean;
}
