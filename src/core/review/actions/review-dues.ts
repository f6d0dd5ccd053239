import type { Postmortem } from '#core/record';
import { formatInstant, instantToEpoch } from '#core/time';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions, TemplateProcess } from '../review-options.ts';
import { processOf } from '../template-process.ts';
import { HORIZON_DAYS, NO_DAY, NO_VALUE } from './action-values.data.ts';
import { dueDay } from './due-day.ts';
import { eachOrAll } from './each-or-all.ts';
import type { OpenAction } from './open-actions.ts';

const DAY = 86_400_000;

/** Open actions whose day is missing, is none, has passed, or is later than the template allows. */
export function reviewDues(open: readonly OpenAction[], record: Postmortem, options: ReviewOptions): ReviewFinding[] {
  const start = latestDay(record);
  const limits = processOf(options)?.actionLimits ?? [];
  return [
    ...withoutDue(open),
    ...open.flatMap((each) => {
      const { due } = each.action;
      if (due === undefined) return [];
      const day = dueDay(due, start === null ? undefined : dayText(start));
      if (day === null) return NO_DAY.test(due.trim()) ? [noDay(each, due)] : [];
      return [...overdue(each, day, options.now), ...tooLate(each, { day, start, limits })];
    }),
  ];
}

function withoutDue(open: readonly OpenAction[]): ReviewFinding[] {
  return eachOrAll(open, {
    rule: 'action-without-due',
    field: 'due',
    lacks: ({ due, group, horizon }) =>
      horizon === undefined && (due === undefined || NO_VALUE.test(due.trim())) && !saysWhen(group),
    one: ({ name }) => `The action “${name}” has no due date.`,
    all: (count) => `None of the ${String(count)} open actions has a due date.`,
  });
}

/** The heading of a group gives its actions a time: “Long-term (Q4 2025)”, “Next 2 weeks”, “This sprint”. */
function saysWhen(group: string | undefined): boolean {
  return (
    group !== undefined &&
    /\bQ[1-4]\b|\b\d{4}-\d\d|\b(?:\d+|one|two|three|four|next|this) (?:day|week|month|quarter|sprint|year)s?\b|\bwithin\b/iu.test(
      group,
    )
  );
}

function noDay({ at, name }: OpenAction, due: string): ReviewFinding {
  return findingOf('action-due-vague', {
    path: `${at}.due`,
    message: `The action “${name}” is due “${due}”, which no calendar shows.`,
  });
}

function overdue({ action, at, name }: OpenAction, day: number, now: string | undefined): ReviewFinding[] {
  if (now === undefined || day + DAY > instantToEpoch(now)) return [];
  const days = Math.floor((instantToEpoch(now) - day) / DAY);
  return [
    findingOf('action-overdue', {
      path: `${at}.due`,
      message: `The open action “${name}” was due ${action.due ?? ''}, ${String(days)} ${days === 1 ? 'day' : 'days'} ago.`,
    }),
  ];
}

interface Limited {
  readonly day: number;
  readonly start: number | null;
  readonly limits: TemplateProcess['actionLimits'];
}

function tooLate({ action, at, name }: OpenAction, { day, start, limits }: Limited): ReviewFinding[] {
  const limit =
    limits.find(({ priorities }) => action.priority !== undefined && priorities?.includes(action.priority) === true) ??
    limits.find(({ horizon }) => horizon === action.horizon);
  const days = limit === undefined ? undefined : (HORIZON_DAYS[limit.limit] ?? HORIZON_DAYS[limit.horizon]);
  if (limit === undefined || days === undefined || start === null) return [];
  const late = Math.round((day - start) / DAY) - days;
  // Some days go by between the incident and the meeting that agrees on the actions.
  if (late <= DAYS_TO_AGREE) return [];
  return [
    findingOf('action-due-late', {
      path: `${at}.due`,
      message: `The action “${name}” is due ${action.due ?? ''}, later than the ${limit.limit} that its template allows.`,
    }),
  ];
}

/** The longest time that a template gives until the meeting. */
const DAYS_TO_AGREE = 7;

/** The latest day on which the actions can have been agreed on: of the meeting, the document or the incident. */
function latestDay(record: Postmortem): number | null {
  const incident = record.incident?.date?.instant?.slice(0, 10);
  const days = [record.meeting?.date, record.document?.date].flatMap((written) =>
    written === undefined ? [] : (dueDay(written, incident) ?? []),
  );
  const all = incident === undefined ? days : [...days, instantToEpoch(`${incident}T00:00:00Z`)];
  return all.length === 0 ? null : Math.max(...all);
}

function dayText(epoch: number): string {
  return formatInstant(epoch).slice(0, 10);
}
