import { showToast } from '../components.ts';
import { addEvents, type LiveSession, toWrite } from '../live.ts';
import type { PoolEvent } from './evidence-context.ts';
import { plainText } from './plain-text.ts';

const MINUTE = 60_000;

/** Adds events of the pool to the timeline, with their sources, in one step of undo. */
export function addPoolEvents(session: LiveSession, events: readonly PoolEvent[]): void {
  session.closeStep();
  addEvents(session, events.map(eventToAdd));
  showToast({
    text: events.length === 1 ? 'Added to the timeline.' : `${events.length} events added to the timeline.`,
    action: { label: 'Undo', run: () => session.undo.undo() },
  });
}

/** A timeline tells minutes, as drafts do; the exact second stays with the source. */
function eventToAdd({ actor, at, reference, text }: PoolEvent): Parameters<typeof addEvents>[1][number] {
  const time = toWrite(at);
  return {
    at:
      time === undefined
        ? at
        : time.precision === 'second'
          ? { ...time, epoch: Math.floor(time.epoch / MINUTE) * MINUTE, until: undefined, precision: 'minute' }
          : time,
    text: plainText(text),
    who: actor,
    sources: reference?.split(', ') ?? [],
  };
}
