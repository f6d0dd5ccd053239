import { documentMoments, documentPeriods } from '#core/draft';
import type { MomentKind, Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';
import type { Timeline, TimelineEvent } from '#core/timeline';

/** What a moment says that the row itself is; other rows are notes. */
const KINDS: Partial<Record<MomentKind, TimelineEvent['kind']>> = {
  merged: 'commit',
  deployed: 'deploy',
  'alert-fired': 'alert',
  acknowledged: 'acknowledged',
  declared: 'declared',
  resolved: 'resolved',
};

/** The curated timeline of a record, as timelines are drawn and written. */
export function recordTimeline(record: Postmortem): Timeline {
  const events = record.timeline.map((row, index): TimelineEvent => {
    const kind = (row.moments ?? []).map((moment) => KINDS[moment]).find((each) => each !== undefined);
    return {
      id: `t${index + 1}`,
      at: row.at ?? UNKNOWN,
      text: row.text,
      kind: kind ?? 'note',
      sources: [],
      count: 1,
      ...(row.who !== undefined && { actor: row.who }),
      ...(row.notes !== undefined && { details: row.notes }),
    };
  });
  const rowsOf = (kind: MomentKind): string[] =>
    events.flatMap(({ id }, index) => (record.timeline[index]?.moments?.includes(kind) === true ? [id] : []));
  return {
    events,
    moments: documentMoments(record).map(({ kind, at }) => ({
      kind,
      at,
      events: rowsOf(kind),
      reason: '',
      confidence: 1,
      alternatives: [],
    })),
    impactPeriods: documentPeriods(record),
    suspects: [],
    findings: [],
  };
}

const UNKNOWN: WrittenTime = {
  written: '',
  instant: null,
  precision: 'unknown',
  approximate: false,
  zone: null,
  zoneStated: false,
};
