import type { Finding } from '#core/errors';
import type { EvidenceEvent } from '#core/evidence';
import { instantToEpoch } from '#core/time';

import { arrangeEvents } from './arrange-events.ts';
import { clockSkew, unusedSkew } from './clock-skew.ts';
import { gatherUnits } from './gather-units.ts';
import { joinSameFacts } from './join-same-facts.ts';
import { suspectSkew } from './suspect-skew.ts';
import { timelineEvent } from './timeline-event.ts';
import type { MergeOptions, TimelineEvent } from './types.ts';

/** The ordered events, without what is concluded from them. */
export interface MergedEvents {
  readonly events: readonly TimelineEvent[];
  readonly findings: readonly Finding[];
}

/**
 * Merges evidence into one ordered timeline: declared clock skew is taken off, the same fact from several sources
 * becomes one event with several sources, chatter that repeats folds into one event a run with its count. Events
 * without an instant stay behind their neighbour in the evidence. The result does not depend on the order of `events`;
 * the counts of its events plus the number that the window leaves out (a finding) add up to `events.length`.
 * Takes about n log n time.
 */
export function mergeEvents(events: readonly EvidenceEvent[], options: MergeOptions = {}): MergedEvents {
  const skewOf = clockSkew(options.skew ?? new Map());
  const arranged = arrangeEvents(events, skewOf);
  const { units, leftOut } = gatherUnits(arranged, joinSameFacts(arranged), {
    from: options.window === undefined ? -Infinity : instantToEpoch(options.window.from),
    to: options.window === undefined ? Infinity : instantToEpoch(options.window.to),
    fold: options.fold ?? true,
  });
  return {
    events: units.map((unit, index) => timelineEvent(unit, `t${String(index + 1)}`, { arranged, skewOf })),
    findings: [
      ...unusedSkew(options.skew ?? new Map(), events),
      ...suspectSkew(arranged),
      ...windowFindings(options.window, leftOut),
    ],
  };
}

function windowFindings(window: MergeOptions['window'], leftOut: number): Finding[] {
  if (window === undefined || leftOut === 0) return [];
  const events = leftOut === 1 ? '1 event lies' : `${String(leftOut)} events lie`;
  return [
    {
      code: 'outside-window',
      severity: 'info',
      message: `${events} outside the window from ${window.from} to ${window.to} and ${leftOut === 1 ? 'is' : 'are'} left out.`,
      help: 'Widen the window to see more.',
    },
  ];
}
