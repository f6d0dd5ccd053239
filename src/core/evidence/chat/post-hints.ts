import type { EventKind } from '../types.ts';

/** How a PagerDuty step is named in the keys of PagerDuty's own evidence. */
const steps: Partial<Record<EventKind, string>> = {
  alert: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
  escalated: 'escalate',
};

/** Keys of PagerDuty incidents that a post links to. */
export function pagerHints(post: string, kind: EventKind): readonly string[] {
  const step = steps[kind];
  if (step === undefined) return [];
  return [...post.matchAll(/pagerduty\.com\/incidents\/([A-Z0-9]{7,20})\b/gu)].map(
    (match) => `pagerduty:${match[1] ?? ''}:${step}`,
  );
}
