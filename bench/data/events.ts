import type { EvidenceEvent } from '#core/evidence';
import { formatInstant, parseInstant } from '#core/time';

import { type Chance, chance } from './chance.ts';
import { type Origin, ORIGINS } from './facts.ts';

/** Where the generated incident begins. */
const START = parseInstant('2026-02-23T06:00:00Z')!;

/** Ten facts a second: a busy system, of which a million facts are 28 hours. */
const MEAN_GAP_MS = 100;

/**
 * `count` events of one incident, file by file as readers deliver them. As in real readings, the strings of an event
 * are slices of the text of its file, so that memory is what it would be.
 */
export function generateEvents(count: number): EvidenceEvent[] {
  const random = chance(count);
  const epochs = new Float64Array(count);
  const origins = new Uint8Array(count);
  for (let index = 0, epoch = START; index < count; index += 1) {
    epoch += random.below(2 * MEAN_GAP_MS);
    epochs[index] = epoch;
    origins[index] = pickOrigin(random);
  }
  const events: EvidenceEvent[] = [];
  for (const [place, origin] of ORIGINS.entries()) {
    const own = epochs.filter((_, index) => origins[index] === place);
    for (const event of eventsOf(origin, own, random)) events.push(event);
    // What was needed to write a file must not count as memory of those who measure.
    globalThis.gc?.();
  }
  return events;
}

function pickOrigin(random: Chance): number {
  let left = random.next();
  const place = ORIGINS.findIndex(({ share }) => (left -= share) < 0);
  return place === -1 ? 0 : place;
}

/** The events of one file at the given instants. */
function eventsOf({ file, format, make }: Origin, epochs: Float64Array, random: Chance): EvidenceEvent[] {
  const facts = Array.from(epochs, (_, index) => make(random, index));
  const instants = Array.from(epochs, formatInstant);
  const page = facts.map(({ text }, index) => `${instants[index]!} ${text}`).join('\n');
  const evidence = file.padEnd(64, '0');
  let offset = 0;
  return facts.map(({ text, event }, index): EvidenceEvent => {
    const [start, instant] = [offset, instants[index]!];
    const [begin, end] = [start + instant.length + 1, start + instant.length + 1 + text.length];
    offset = end + 1;
    const source = { evidence, file, format, line: index + 1, offset: start, raw: page.slice(start, end) };
    const written = page.slice(start, begin - 1);
    const known = { precision: 'second', approximate: false, zone: 'UTC', zoneStated: true } as const;
    return { at: { written, instant, ...known }, text: page.slice(begin, end), source, ...event };
  });
}
