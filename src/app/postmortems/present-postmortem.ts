import type { RouteAnswer } from '#contract/client';
import { documentDurations, documentMoments, documentPeriods } from '#core/draft';
import { computeDurations, formatDurationResult } from '#core/metrics';
import type { Postmortem } from '#core/record';
import type { RowMeta } from '#core/shared-doc';
import { type Actor, mayDo } from '#core/workflow';
import type { PostmortemContent, SummaryRow } from '#store/postmortems';

import { presentSummary } from './present-summary.ts';

/** A post-mortem with everything in it, as the contract shows it. */
export type PresentedPostmortem = RouteAnswer<'getPostmortem'>;

/** A stored post-mortem as the actor sees it. */
export function presentPostmortem(
  stored: PostmortemContent & { readonly summary: SummaryRow },
  actor: Actor,
): PresentedPostmortem {
  const { record, rows, summary } = stored;
  return {
    ...presentSummary(summary),
    record,
    rows: presentRows(rows),
    // Whoever sees it at all may edit it where the role allows it: one rule, in core/workflow.
    mayEdit: mayDo(actor, 'postmortem.edit'),
    mayAdminister: mayDo(actor, 'postmortem.set-status'),
    durations: durationsOf(record, summary.dialect),
  };
}

/** The contract's rows are plain lists that may be changed. */
function presentRows(rows: PostmortemContent['rows']): PresentedPostmortem['rows'] {
  return Object.fromEntries(Object.entries(rows).map(([list, metas]) => [list, metas.map(presentMeta)]));
}

function presentMeta({ sources, attachments, ...meta }: RowMeta): PresentedPostmortem['rows'][string][number] {
  return {
    ...meta,
    ...(sources !== undefined && { sources: [...sources] }),
    ...(attachments !== undefined && { attachments: [...attachments] }),
  };
}

function durationsOf(record: Postmortem, dialect: string): PresentedPostmortem['durations'] {
  const moments = new Map(documentMoments(record).map(({ kind, at }) => [kind, at]));
  const results = computeDurations(moments, documentPeriods(record), documentDurations(dialect));
  return results.map((result) => ({
    id: result.id,
    label: result.label,
    value: formatDurationResult(result),
    definition: result.definition,
  }));
}
