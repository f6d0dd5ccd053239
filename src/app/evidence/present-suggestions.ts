import type { RouteAnswer } from '#contract/client';
import type { Finding } from '#core/errors';
import type { Timeline } from '#core/timeline';

type Suggestions = RouteAnswer<'getSuggestions'>;

/** What a timeline suggests, as the API tells it. */
export function presentSuggestions(timeline: Timeline, findings: readonly Finding[]): Suggestions {
  return {
    moments: timeline.moments.map((moment) => ({
      ...moment,
      events: [...moment.events],
      alternatives: moment.alternatives.map((other) => ({ ...other, events: [...other.events] })),
    })),
    suspects: timeline.suspects.map((suspect) => ({ ...suspect, reasons: [...suspect.reasons] })),
    impactPeriods: timeline.impactPeriods.map((period) => ({ ...period })),
    findings: [...findings],
  };
}
