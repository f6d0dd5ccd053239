import type { Timeline } from '../types.ts';
import { momentsByEvent, momentText } from './event-text.ts';
import { timeText, type TimeStyle } from './time-text.ts';

const LONGEST = 80;

/**
 * A Mermaid `timeline` of the events behind the moments: a diagram of hundreds of events says nothing. Where there are
 * no moments it has all events.
 */
export function mermaidTimeline(timeline: Timeline, style: TimeStyle): string {
  const moments = momentsByEvent(timeline);
  const chosen = moments.size === 0 ? timeline.events : timeline.events.filter(({ id }) => moments.has(id));
  const lines = chosen.map((event) => {
    const kinds = (moments.get(event.id) ?? []).map(momentText).join(', ');
    const text = kinds === '' ? event.text : `${kinds}: ${event.text}`;
    return `    ${escaped(timeText(event.at, style))} : ${escaped(shortened(text))}`;
  });
  const note = `%% ${String(chosen.length)} of ${String(timeline.events.length)} events`;
  return ['timeline', `    ${note}`, `    title Incident timeline (${escaped(style.zone)})`, ...lines, ''].join('\n');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** Mermaid ends a time and an event at `:`, takes `#` for a comment and reads `<br>`; its entity codes stand for them. */
function escaped(text: string): string {
  return text.replace(/[#:;<>"%]/gu, (character) => `#${String(character.codePointAt(0))};`);
}
