import { formatInZone } from '#core/time';

import type { Timeline } from '../types.ts';
import { eventText, momentsByEvent, momentText } from './event-text.ts';
import { timeText, type TimeStyle } from './time-text.ts';

/** A Markdown list: `- 12:05 Alert firing (**alert fired**)`. */
export function listTimeline(timeline: Timeline, style: TimeStyle): string {
  const moments = momentsByEvent(timeline);
  const minute = (instant: string): string => formatInZone(instant, style.zone, 'time');
  const lines = timeline.events.map((event) => {
    const kinds = (moments.get(event.id) ?? []).map(momentText).join(', ');
    const text = eventText(event, minute).replace(/</gu, String.raw`\<`);
    return `- ${timeText(event.at, style)} ${text}${kinds === '' ? '' : ` (**${kinds}**)`}`;
  });
  return [`Times in ${style.zone}.`, '', ...lines, ''].join('\n');
}
