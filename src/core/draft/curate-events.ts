import type { ImpactPeriod, Timeline, TimelineEvent } from '#core/timeline';
import { instantToEpoch } from '#core/time';

import {
  ALWAYS,
  BOT_NAME,
  CHANGES,
  CHAT_FORMAT,
  ECHO_PENALTY,
  KIND_WEIGHT,
  LEAST_WEIGHT,
  LOOKING_COMMAND,
  LOOKING_PENALTY,
  MARGIN_MINUTES,
  OUTSIDE_PENALTY,
  QUESTION_PENALTY,
  RARE_ERROR,
  REPEAT_PENALTY,
  ROW_LIMIT,
  SAME_CHANGE_PENALTY,
  SAME_ROLLOUT_MINUTES,
  SAME_UPDATE_SECONDS,
  TELLING_WORDS,
} from './curation.data.ts';
import { MOST_SUSPECTS } from './suspect-prompts.ts';

/** What stands in a document, in timeline order, and how many events do not. */
export interface Curation {
  readonly events: readonly TimelineEvent[];
  readonly leftOut: number;
}

/** Settings of {@link curateEvents}. */
export interface CurationOptions {
  /** Ids of events that stand in the document whatever they weigh: those behind moments. */
  readonly keep?: ReadonlySet<string>;
  /** Rows beside the kept ones; 40 by default. */
  readonly limit?: number;
  /** True keeps every event. */
  readonly all?: boolean;
}

interface Weighed {
  readonly event: TimelineEvent;
  readonly weight: number;
  readonly order: number;
}

/**
 * Picks the events that tell the incident to a reader: what moments point to, suspects, and then what weighs most by
 * kind, wording and time (`curation.data.ts`). Same timeline, same choice.
 */
export function curateEvents(timeline: Timeline, options: CurationOptions = {}): Curation {
  if (options.all === true) return { events: timeline.events, leftOut: 0 };
  const suspects = new Set(timeline.suspects.slice(0, MOST_SUSPECTS).map((suspect) => suspect.event));
  const within = incidentSpan(timeline.impactPeriods);
  const told = new Told(timeline.impactPeriods);
  const weighed = timeline.events.map((event, order): Weighed => {
    const always = options.keep?.has(event.id) === true || suspects.has(event.id);
    const weight = weigh(event, within(event)) - told.penalty(event);
    return { event, order, weight: always ? ALWAYS : weight };
  });
  const always = weighed.filter((each) => each.weight === ALWAYS);
  const rest = weighed.filter((each) => each.weight !== ALWAYS && each.weight >= LEAST_WEIGHT);
  rest.sort((a, b) => b.weight - a.weight || a.order - b.order);
  const chosen = [...always, ...rest.slice(0, options.limit ?? ROW_LIMIT)].toSorted((a, b) => a.order - b.order);
  return { events: chosen.map((each) => each.event), leftOut: timeline.events.length - chosen.length };
}

function weigh(event: TimelineEvent, inside: boolean): number {
  return KIND_WEIGHT[event.kind] + wordingWeight(event) - penalties(event, inside);
}

function wordingWeight(event: TimelineEvent): number {
  if (event.kind !== 'message' || isBot(event)) return 0;
  const best = Math.max(0, ...TELLING_WORDS.map(({ pattern, weight }) => (pattern.test(event.text) ? weight : 0)));
  return best - (event.text.trimEnd().endsWith('?') ? QUESTION_PENALTY : 0);
}

function penalties(event: TimelineEvent, inside: boolean): number {
  const rare = event.kind === 'error' && event.count < RARE_ERROR.below ? RARE_ERROR.penalty : 0;
  const looking = event.kind === 'command' && LOOKING_COMMAND.test(event.text) ? LOOKING_PENALTY : 0;
  const chats = event.sources.length > 0 && event.sources.every((source) => CHAT_FORMAT.test(source.format));
  const echo = chats && isBot(event) ? ECHO_PENALTY : 0;
  const outside = CHANGES.has(event.kind) ? OUTSIDE_PENALTY.change : OUTSIDE_PENALTY.other;
  return rare + looking + echo + (inside ? 0 : outside);
}

function isBot(event: TimelineEvent): boolean {
  return BOT_NAME.test(event.actor ?? '');
}

/** Remembers what earlier events told. What happens again when the impact comes back is told again. */
class Told {
  readonly #texts = new Set<string>();
  readonly #changes = new Set<string>();
  /** Epoch of the latest change of each service, and of the latest update of each status page. */
  readonly #latest = new Map<string, number>();
  readonly #returns: number[];

  constructor(periods: readonly ImpactPeriod[]) {
    // Starts of all periods but the first, from a little before, so that what brought it back is among it.
    this.#returns = epochs(periods.slice(1).map((period) => period.from.instant)).map((epoch) => epoch - RETURN_MS);
  }

  /** What to take off an event that repeats earlier ones; the event itself counts as told from now on. */
  penalty(event: TimelineEvent): number {
    this.#forgetOnReturn(event);
    const sameText = this.#texts.has(event.text) || this.#isSameUpdate(event) ? REPEAT_PENALTY : 0;
    this.#texts.add(event.text);
    return Math.max(sameText, CHANGES.has(event.kind) && this.#isToldChange(event) ? SAME_CHANGE_PENALTY : 0);
  }

  #forgetOnReturn(event: TimelineEvent): void {
    const [next] = this.#returns;
    if (next === undefined || event.at.instant === null || instantToEpoch(event.at.instant) < next) return;
    this.#returns.shift();
    this.#texts.clear();
    this.#changes.clear();
    this.#latest.clear();
  }

  #isSameUpdate(event: TimelineEvent): boolean {
    if (event.kind !== 'status-update') return false;
    return this.#isWithin(event, event.sources[0]?.evidence ?? '', SAME_UPDATE_SECONDS * 1000);
  }

  #isToldChange(event: TimelineEvent): boolean {
    const names = [event.key, ...(event.hints ?? [])].filter((name) => name !== undefined);
    const named = names.some((name) => this.#changes.has(name));
    for (const name of names) this.#changes.add(name);
    if (event.service === undefined || event.kind === 'commit') return named;
    return this.#isWithin(event, event.service, SAME_ROLLOUT_MINUTES * 60_000) || named;
  }

  #isWithin(event: TimelineEvent, name: string, span: number): boolean {
    if (event.at.instant === null) return false;
    const epoch = instantToEpoch(event.at.instant);
    const last = this.#latest.get(name) ?? -Infinity;
    this.#latest.set(name, epoch);
    return epoch - last < span;
  }
}

/** What brought the impact back happened shortly before. */
const RETURN_MS = 5 * 60_000;

/** Tells whether an event belongs to the incident; without impact periods every event does. */
function incidentSpan(periods: readonly ImpactPeriod[]): (event: TimelineEvent) => boolean {
  const starts = epochs(periods.map((period) => period.from.instant));
  const ends = epochs(periods.map((period) => period.to?.instant ?? null));
  const from = starts.length === 0 ? -Infinity : Math.min(...starts) - MARGIN_MINUTES.before * 60_000;
  const open = periods.some((period) => period.to === null);
  const to = open || ends.length === 0 ? Infinity : Math.max(...ends) + MARGIN_MINUTES.after * 60_000;
  return (event) => {
    if (event.at.instant === null) return true;
    const epoch = instantToEpoch(event.at.instant);
    return epoch >= from && epoch <= to;
  };
}

function epochs(instants: readonly (string | null)[]): number[] {
  return instants.flatMap((instant) => (instant === null ? [] : [instantToEpoch(instant)]));
}
