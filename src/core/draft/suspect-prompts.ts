import { toProse } from '#core/record';
import type { Timeline, TimelineEvent } from '#core/timeline';

import { type DocumentClock, documentTimes } from './document-times.ts';
import { reasonExplainer } from './explain-reason.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { SourceNames } from './timeline-rows.ts';

/** More are a list nobody answers. */
export const MOST_SUSPECTS = 5;

/** The changes that may have set the incident off, with the reasons for each. Which one it was is for people to say. */
export function suspectPrompts(
  timeline: Timeline,
  context: { readonly clock: DocumentClock; readonly names: SourceNames },
): string[] {
  const suspects = timeline.suspects.slice(0, MOST_SUSPECTS);
  const explain = reasonExplainer(timeline.events, context.clock.zone);
  const events = new Map(timeline.events.map((event) => [event.id, event]));
  return suspects.flatMap((suspect) => {
    const [time] = documentTimes([suspect.at], context.clock);
    const text = plainMarkdown(suspect.text) ?? 'A change without a description';
    const reasons = suspect.reasons.map((reason) => `- ${plainMarkdown(explain(reason)) ?? reason}`);
    const when = time === null || time === undefined ? '' : `${time.written} `;
    return (
      toProse([`${when}${text}${sourceNote(events.get(suspect.event), context.names)}`, ...reasons].join('\n')) ?? []
    );
  });
}

function sourceNote(event: TimelineEvent | undefined, names: SourceNames): string {
  const source = event === undefined ? undefined : names(event);
  return source === undefined ? '' : ` (${source})`;
}
