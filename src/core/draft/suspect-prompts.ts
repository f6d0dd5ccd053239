import { toProse } from '#core/record';
import type { Timeline, TimelineEvent } from '#core/timeline';

import { type DocumentClock, documentTimes } from './document-times.ts';
import { reasonExplainer } from './explain-reason.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { SourceNames } from './timeline-rows.ts';

/** More are a list nobody answers. */
export const MOST_SUSPECTS = 5;

/**
 * The changes that may have set the incident off, as a question, with the reasons for each. Which one it was is for people to
 * say. Undefined without suspects.
 */
export function suspectPrompts(
  timeline: Timeline,
  context: { readonly clock: DocumentClock; readonly names: SourceNames },
): string | undefined {
  const suspects = timeline.suspects.slice(0, MOST_SUSPECTS);
  if (suspects.length === 0) return undefined;
  const explain = reasonExplainer(timeline.events, context.clock.zone);
  const events = new Map(timeline.events.map((event) => [event.id, event]));
  const items = suspects.map((suspect) => {
    const [time] = documentTimes([suspect.at], context.clock);
    const text = plainMarkdown(suspect.text) ?? 'A change without a description';
    const reasons = suspect.reasons.map((reason) => `  - ${plainMarkdown(explain(reason)) ?? reason}`);
    const when = time === null || time === undefined ? '' : `${time.written} `;
    return [`- ${when}${text}${sourceNote(events.get(suspect.event), context.names)}`, ...reasons].join('\n');
  });
  return toProse([`**${QUESTION}** ${CAUTION}`, '', ...items].join('\n'));
}

const QUESTION = 'Which of these changes set it off, if any?';
const CAUTION = 'They are ranked by time and by what the errors name, which is no proof.';

function sourceNote(event: TimelineEvent | undefined, names: SourceNames): string {
  const source = event === undefined ? undefined : names(event);
  return source === undefined ? '' : ` (${source})`;
}
