import {
  computeDurations,
  definitionsFor,
  type DurationDefinition,
  type DurationResult,
  formatDurationResult,
} from '#core/metrics';
import type { Postmortem } from '#core/record';
import { formatDuration, parseDuration } from '#core/time';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { durationSlack } from './duration-slack.ts';
import { recordMoments } from './record-moments.ts';
import { PARTS, PLAIN_DURATIONS, PLAIN_IDS, WHOLE, YEAR } from './stated-durations.data.ts';

interface Stated {
  readonly id: string;
  readonly written: string;
  readonly seconds: number;
  readonly slack: number;
}

/** Durations that cannot be, and stated ones that the timeline contradicts. */
export function reviewDurations(record: Postmortem, dialect: string): ReviewFinding[] {
  const stated = statedDurations(record);
  return [
    ...stated.flatMap(impossible),
    ...longerThanTheWhole(stated),
    ...stated.flatMap((each) => contradicted(each, record, dialect)),
    ...longerThanAYear(record, dialect),
  ];
}

function statedDurations(record: Postmortem): Stated[] {
  return Object.entries(record.durations ?? {}).flatMap(([id, { written = '' }]) => {
    const seconds = parseDuration(written)?.seconds;
    return seconds === undefined ? [] : [{ id, written, seconds, slack: durationSlack(written, seconds) }];
  });
}

function impossible({ id, seconds, written }: Stated): ReviewFinding[] {
  if (seconds >= 0) return [];
  return [findingOf('duration-impossible', { path: pathOf(id), message: `${name(id)} is negative: “${written}”.` })];
}

function longerThanTheWhole(stated: readonly Stated[]): ReviewFinding[] {
  const whole = WHOLE.map((id) => stated.find((each) => each.id === id)).find((each) => each !== undefined);
  if (whole === undefined) return [];
  return stated
    .filter(({ id, seconds, slack }) => PARTS.includes(id) && seconds - whole.seconds > Math.max(slack, whole.slack))
    .map(({ id, written }) =>
      findingOf('duration-impossible', {
        path: pathOf(id),
        message: `${name(id)} (${written}) is longer than ${name(whole.id)} (${whole.written}), which it is a part of.`,
      }),
    );
}

function contradicted(stated: Stated, record: Postmortem, dialect: string): ReviewFinding[] {
  const definitions = PLAIN_IDS.has(stated.id)
    ? PLAIN_DURATIONS
    : definitionsFor(dialect).filter(({ id }) => id === stated.id);
  const computed = measure(record, definitions).filter(({ value }) => value.kind !== 'unknown');
  const [first] = computed;
  if (first === undefined || computed.some((result) => agrees(stated, result))) return [];
  return [
    findingOf('duration-contradicts', {
      path: pathOf(stated.id),
      message: `${name(stated.id)} is stated as ${stated.written}; by the timeline it is ${formatDurationResult(first)} (${lowerFirst(first.definition).replace(/\.$/u, '')}).`,
    }),
  ];
}

function agrees({ seconds, slack }: Stated, { value }: DurationResult): boolean {
  return value.kind === 'unknown' || (seconds >= value.min - slack && seconds <= value.max + slack);
}

function longerThanAYear(record: Postmortem, dialect: string): ReviewFinding[] {
  const long = measure(record, [...definitionsFor(dialect), ...PLAIN_DURATIONS]).find(
    ({ value }) => value.kind !== 'unknown' && value.min > YEAR,
  );
  if (long === undefined || long.value.kind === 'unknown') return [];
  return [
    findingOf('duration-impossible', {
      severity: 'warning',
      path: recordMoments(record).get(long.to?.moment ?? 'resolved')?.path ?? 'timeline',
      message: `By its moments the incident lasted ${formatDuration(long.value.min)}, which is more than a year.`,
      help: 'Check the years of the dates.',
    }),
  ];
}

function measure(record: Postmortem, definitions: readonly DurationDefinition[]): DurationResult[] {
  const moments = new Map([...recordMoments(record)].map(([kind, { at }]) => [kind, at]));
  return computeDurations(moments, record.impact?.periods ?? [], definitions);
}

function pathOf(id: string): string {
  return `durations.${id}.written`;
}

function name(id: string): string {
  return id.length <= 4 ? id.toUpperCase() : `The ${id.replaceAll('-', ' ')}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
