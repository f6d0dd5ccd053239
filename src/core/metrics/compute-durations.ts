import type { Finding } from '#core/errors';
import type { DurationDefinition, DurationEnd, MomentKind } from '#core/record';
import type { WrittenTime } from '#core/time';

import { type DurationResult, type DurationValue, formatDurationResult } from './duration-result.ts';
import { type TimeBounds, timeBounds } from './time-bounds.ts';

/** Impact from its start to its end; the end is null where none is known. */
export interface Period {
  readonly from: WrittenTime;
  readonly to: WrittenTime | null;
}

interface End {
  readonly moment: MomentKind;
  readonly at: WrittenTime;
  readonly bounds: TimeBounds;
}

/**
 * Measures an incident by each definition. Nothing is guessed: a missing moment gives `unknown` with its reason, an
 * uncertain one an interval, ends in the wrong order a negative duration with a finding.
 *
 * @param impactPeriods - In order. Definitions that add up use them where there are two or more; otherwise the moments
 *   count, so that a person's correction of a moment is not overruled.
 */
export function computeDurations(
  moments: ReadonlyMap<MomentKind, WrittenTime>,
  impactPeriods: readonly Period[],
  definitions: readonly DurationDefinition[],
): DurationResult[] {
  return definitions.map((definition) => {
    const described = describe(definition);
    const result =
      definition.sumOverImpactPeriods === true && impactPeriods.length > 1
        ? { ...described, value: addUp(impactPeriods), periods: impactPeriods.length }
        : { ...described, ...measure(definition, moments) };
    const finding = negativeFinding(result);
    return finding === null ? result : { ...result, finding };
  });
}

function describe(definition: DurationDefinition): Pick<DurationResult, 'id' | 'label' | 'definition' | 'note'> {
  const { id, label, from, to, note } = definition;
  const sum = definition.sumOverImpactPeriods === true ? ', several impact periods added up' : '';
  return {
    id,
    label,
    definition: `From ${from.words} to ${to.words}${sum}.`,
    ...(note === undefined ? {} : { note }),
  };
}

function measure(
  definition: DurationDefinition,
  moments: ReadonlyMap<MomentKind, WrittenTime>,
): Pick<DurationResult, 'value' | 'from' | 'to'> {
  const from = pick(definition.from, moments);
  const to = pick(definition.to, moments);
  if (from === null || to === null) {
    const missing = [definition.from, definition.to].filter((_, index) => [from, to][index] === null);
    return { value: { kind: 'unknown', because: missing.map((end) => whyMissing(end, moments)).join(' and ') } };
  }
  return {
    value: between(from.bounds, to.bounds),
    from: { moment: from.moment, at: from.at },
    to: { moment: to.moment, at: to.at },
  };
}

function pick(end: DurationEnd, moments: ReadonlyMap<MomentKind, WrittenTime>): End | null {
  const known = end.moments.flatMap((moment): End[] => {
    const at = moments.get(moment);
    const bounds = at === undefined ? null : timeBounds(at);
    return at === undefined || bounds === null ? [] : [{ moment, at, bounds }];
  });
  if (end.choose === 'earliest') known.sort((a, b) => a.bounds.point - b.bounds.point);
  return known[0] ?? null;
}

/** `no moment "declared" is known`, or what is written where it does not resolve. */
function whyMissing(end: DurationEnd, moments: ReadonlyMap<MomentKind, WrittenTime>): string {
  const unresolved = end.moments.find((moment) => moments.has(moment));
  if (unresolved !== undefined) {
    return `the time of "${unresolved}", written as ${JSON.stringify(moments.get(unresolved)?.written)}, is not complete`;
  }
  return `no moment ${end.moments.map((moment) => `"${moment}"`).join(' or ')} is known`;
}

/** Seconds from one time to another. */
function between(from: TimeBounds, to: TimeBounds): DurationValue {
  const min = (to.min - from.max) / 1000;
  const max = (to.max - from.min) / 1000;
  if (!from.sharp || !to.sharp) return { kind: 'interval', min, max };
  return { kind: min === max ? 'exact' : 'minute', seconds: (to.point - from.point) / 1000, min, max };
}

function addUp(periods: readonly Period[]): DurationValue {
  const values: DurationValue[] = [];
  for (const { from, to } of periods) {
    const [start, end] = [timeBounds(from), to === null ? null : timeBounds(to)];
    if (start === null || end === null) {
      return { kind: 'unknown', because: `the impact that started at ${from.written} has no known end` };
    }
    values.push(between(start, end));
  }
  return values.reduce(plus);
}

const ROUGHNESS = ['exact', 'minute', 'interval'] as const;

function plus(a: DurationValue, b: DurationValue): DurationValue {
  if (a.kind === 'unknown') return a;
  if (b.kind === 'unknown') return b;
  const bounds = { min: a.min + b.min, max: a.max + b.max };
  if (a.kind === 'interval' || b.kind === 'interval') return { kind: 'interval', ...bounds };
  const kind = ROUGHNESS.indexOf(a.kind) > ROUGHNESS.indexOf(b.kind) ? a.kind : b.kind;
  return { kind, seconds: a.seconds + b.seconds, ...bounds };
}

/** Only what is certainly negative is a contradiction: two times written to the same minute are not. */
function negativeFinding(result: DurationResult): Finding | null {
  const { value, from, to } = result;
  if (value.kind === 'unknown') return null;
  const negative = value.kind === 'interval' ? value.max < 0 : value.seconds < 0;
  if (!negative) return null;
  const ends =
    from === undefined || to === undefined
      ? ''
      : `: "${to.moment}" (${to.at.written}) is before "${from.moment}" (${from.at.written})`;
  return {
    code: 'negative-duration',
    severity: 'warning',
    message: `${result.label} is negative, ${formatDurationResult(result)}${ends}.`,
    help: 'Correct the moment that is wrong, or declare the clock skew of its source.',
  };
}
