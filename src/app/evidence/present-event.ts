import type { RouteAnswer } from '#contract/client';
import type { TimelineEvent } from '#core/timeline';

type EventAnswer = RouteAnswer<'previewDraft'>['events'][number];

/** An event as the API tells it; `references` names pieces of evidence, `E1` for a hash. */
export function presentEvent(event: TimelineEvent, references: ReadonlyMap<string, string>): EventAnswer {
  const { id, at, until, text, kind, level, actor, service, count, details, sources } = event;
  const names = sources.flatMap(({ evidence, line }) => {
    const reference = references.get(evidence);
    return reference === undefined ? [] : [`${reference}:${line}`];
  });
  return {
    id,
    at,
    ...(until !== undefined && { until }),
    text,
    kind,
    ...(level !== undefined && { level }),
    ...(actor !== undefined && { actor }),
    ...(service !== undefined && { service }),
    count,
    ...(details !== undefined && { details }),
    sources: sources.map((source) => ({ ...source })),
    ...(names.length > 0 && { reference: [...new Set(names)].join(', ') }),
  };
}
