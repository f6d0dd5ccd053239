import type { UseCase } from '#app/context';
import { gatherEvidence, presentEvent, presentSuggestions, readInWorker } from '#app/evidence';

/** So many events are enough to see what a draft would be made of. */
const MOST_EVENTS = 500;

/** What the evidence says, before anything is created. */
export const previewDraft: UseCase<'previewDraft'> = async (context, actor, request) => {
  const { evidence, ...settings } = request.body;
  const files = await gatherEvidence(context, actor, { evidence });
  const read = await readInWorker({ files, settings, now: context.now() });
  const telling = new Set(read.telling);
  const references = new Map<string, string>();
  return {
    ...presentSuggestions(read.timeline, read.findings),
    title: read.title,
    date: read.date,
    readings: read.files.map(({ id, name, format, events }) => ({ id, name, format, events })),
    events: read.timeline.events
      .filter((event) => telling.has(event.id))
      .slice(0, MOST_EVENTS)
      .map((event) => presentEvent(event, references)),
    total: read.pool.length,
  };
};
