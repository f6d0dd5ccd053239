import type { WorkspaceSettings } from '#app/settings';
import { rankIn } from '#app/settings';
import { documentMoments } from '#core/draft';
import { actionState, type Postmortem } from '#core/record';
import { completeness } from '#core/review';
import { instantToEpoch } from '#core/time';
import { ownersOf, type PostmortemColumns, storableInstant } from '#store/postmortems';

import { firstSentences, plainText } from './plain-text.ts';

/** Longest summary that lists show. */
const SUMMARY_LENGTH = 300;
const OPEN_STATES: ReadonlySet<string> = new Set(['open', 'in-progress', 'unknown']);

/** What lists show of a record and filter by: everything that follows from the record alone. */
export function deriveColumns(
  record: Postmortem,
  dialect: string,
  settings: Pick<WorkspaceSettings, 'severities'>,
): PostmortemColumns {
  const moments = new Map(documentMoments(record).map(({ kind, at }) => [kind, at.instant]));
  const label = record.severity?.label ?? null;
  return {
    key: record.incident?.id ?? null,
    title: record.title ?? 'Untitled',
    severity_label: label,
    severity_rank: label === null ? null : (rankIn(settings, label) ?? record.severity?.rank ?? null),
    named: namesIn(record),
    incident_at: storableInstant(incidentStart(record, moments.get('impact-started'))),
    impact_seconds: impactSeconds(record, moments),
    events: record.timeline.length,
    actions: record.actions.length,
    open_actions: record.actions.filter(({ status }) => OPEN_STATES.has(actionState(status))).length,
    completeness: completeness(record, dialect).part,
    summary: summaryOf(record),
  };
}

function incidentStart(record: Postmortem, started: string | null | undefined): string | null {
  const day = record.incident?.date?.instant;
  return started ?? record.impact?.periods?.[0]?.from.instant ?? day ?? firstInstant(record);
}

function firstInstant(record: Postmortem): string | null {
  return record.timeline.find(({ at }) => at !== null && at.instant !== null)?.at?.instant ?? null;
}

/** Impact periods added up; where none are stated, from the first symptom to the end of the impact. */
function impactSeconds(record: Postmortem, moments: ReadonlyMap<string, string | null>): number | null {
  const periods = record.impact?.periods ?? [];
  if (periods.length > 0) {
    const seconds = periods.map(({ from, to }) => secondsBetween(from.instant, to?.instant));
    return seconds.includes(null) ? null : seconds.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  }
  const end = ['restored', 'resolved', 'mitigated'].map((kind) => moments.get(kind)).find((at) => at !== undefined);
  return secondsBetween(moments.get('impact-started'), end);
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  const seconds = (instantToEpoch(to) - instantToEpoch(from)) / 1000;
  return seconds < 0 ? null : seconds;
}

function namesIn(record: Postmortem): string[] {
  const { roles } = record;
  return roles === undefined ? [] : [...new Set(Object.values(roles).flatMap((names) => ownersOf(names)))];
}

function summaryOf(record: Postmortem): string | null {
  const { impact, summary } = record;
  const text = summary?.text ?? summary?.oneLine ?? summary?.whatHappened ?? impact?.statement;
  const plain = text === undefined ? '' : plainText(text);
  return plain === '' ? null : firstSentences(plain, SUMMARY_LENGTH);
}
