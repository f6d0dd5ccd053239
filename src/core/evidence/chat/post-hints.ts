import type { EventKind } from '../types.ts';

/** How a PagerDuty step is named in the keys of PagerDuty's own evidence. */
const steps: Partial<Record<EventKind, string>> = {
  alert: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
  escalated: 'escalate',
};

/** Titles of a bot's post without the decoration bots put around them: `[FIRING:1]`, emoji names, stars, links. */
export function titleHints(titles: readonly (string | undefined)[]): readonly string[] {
  return titles
    .filter((title) => title !== undefined)
    .map((title) =>
      title
        .replaceAll(/\s*\(?https?:\/\/\S+\)?/gu, '')
        .replace(/^(?:\s|:[\w+-]+:|\p{Extended_Pictographic}|\uFE0F|\[[^\]]*\]|\*+)+/gu, '')
        .replaceAll(/[*_~`]+/gu, '')
        .replace(/^(?:firing|alerting|triggered|resolved|acknowledged|alert|ok)\s*(?:#?\d+)?\s*[:-]\s*/iu, '')
        .trim(),
    )
    .filter((title) => title.length >= 4);
}

/** Keys of PagerDuty incidents that a post links to. */
export function pagerHints(post: string, kind: EventKind): readonly string[] {
  const step = steps[kind];
  if (step === undefined) return [];
  return [...post.matchAll(/pagerduty\.com\/incidents\/([A-Z0-9]{7,20})\b/gu)].map(
    (match) => `pagerduty:${match[1] ?? ''}:${step}`,
  );
}
