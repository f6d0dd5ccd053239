import type { MomentKind } from './moment.ts';

/** One way of measuring an incident, as a template or a team defines it. */
export interface DurationDefinition {
  /** Kebab-case, unique within one dialect, as `detection-lag`. */
  readonly id: string;
  /** Ids of the dialects that measure it this way. */
  readonly dialects: readonly string[];
  /** As the template names it. */
  readonly label: string;
  readonly from: DurationEnd;
  readonly to: DurationEnd;
  /** The choice that was made where the template leaves room. */
  readonly note?: string;
  /** True if several impact periods are added up, instead of measuring once from the first start to the last end. */
  readonly sumOverImpactPeriods?: boolean;
}

/** Where a duration starts or ends: one of several moments. */
export interface DurationEnd {
  /** As people say it: `first symptom`. */
  readonly words: string;
  readonly moments: readonly MomentKind[];
  /** `first-known` takes the first of `moments` that is known, `earliest` the one that happened first. */
  readonly choose: 'first-known' | 'earliest';
}
