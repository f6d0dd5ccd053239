import type { UseCases } from '#app/context';
import type { StreamedAnswer } from '#contract/client';
import { refuse } from '#core/errors';
import { documentPath, isDialectId, renderPostmortem, slugOf } from '#core/markdown';
import { isZone } from '#core/time';
import { formatTimeline } from '#core/timeline';
import type { Actor } from '#core/workflow';
import type { StoredPostmortem } from '#store/postmortems';

import { documentOf } from './document-of.ts';
import { findPostmortem } from './find-postmortem.ts';
import { presentPostmortem } from './present-postmortem.ts';
import { recordTimeline } from './record-timeline.ts';

const TIMELINES = {
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv' },
  svg: { contentType: 'image/svg+xml', extension: 'svg' },
  mermaid: { contentType: 'text/vnd.mermaid; charset=utf-8', extension: 'mmd' },
} as const;

/** Downloads. */
export const exportUseCases: UseCases<'exportPostmortem'> = {
  async exportPostmortem(context, actor, { path, query }) {
    const { dialect, format = 'markdown', zone } = query;
    const stored = await findPostmortem(context, { actor, id: path.postmortemId }, { more: true });
    if (format === 'markdown') return markdownOf(stored, dialect ?? stored.summary.dialect);
    if (format === 'json') return jsonOf(stored, actor);
    const shown = zone ?? stored.record.timelineZone ?? 'UTC';
    if (zone !== undefined && !isZone(zone)) return refuse('zone-unknown', { zone });
    const { contentType, extension } = TIMELINES[format];
    const body = formatTimeline(recordTimeline(stored.record), { format, zone: isZone(shown) ? shown : 'UTC' });
    return { contentType, fileName: `${nameOf(stored)}-timeline.${extension}`, body };
  },
};

function markdownOf(stored: StoredPostmortem, dialect: string): StreamedAnswer {
  const { record, summary } = stored;
  const source = stored.more?.source ?? null;
  if (dialect === 'foreign' && source === null) refuse('original-missing', { id: summary.id });
  const body =
    isDialectId(dialect) && dialect !== summary.dialect
      ? renderPostmortem(record, dialect).markdown
      : documentOf(record, dialect, source);
  return { contentType: 'text/markdown; charset=utf-8', fileName: fileName(stored, dialect), body };
}

/** As the template names its documents; an imported document keeps its name. */
function fileName(stored: StoredPostmortem, dialect: string): string {
  const { incident_at: at, key: id, title } = stored.summary;
  const own = dialect === stored.summary.dialect ? stored.more?.source?.name : undefined;
  if (typeof own === 'string') return own.replace(/^.*[/\\]/u, '');
  if (!isDialectId(dialect)) return `${nameOf(stored)}.md`;
  const date = (at ?? stored.summary.created_at).slice(0, 10);
  return documentPath(dialect, { title, date, ...(id !== null && { id }) }).replace(/^.*\//u, '');
}

function jsonOf(stored: StoredPostmortem, actor: Actor): StreamedAnswer {
  const body = `${JSON.stringify(presentPostmortem(stored, actor), null, 2)}\n`;
  return { contentType: 'application/json', fileName: `${nameOf(stored)}.json`, body };
}

function nameOf({ summary }: StoredPostmortem): string {
  return `${(summary.incident_at ?? summary.created_at).slice(0, 10)}-${slugOf(summary.title)}`;
}
