import { formatInstant, formatInZone } from '#core/time';

import { MOMENT_LABELS } from './moment-labels.data.ts';
import type { PictureSubject } from './picture-geometry.ts';
import { spanText } from './time-text.ts';

/** What the picture says, in words: for whoever cannot see it. */
export function pictureSummary(subject: PictureSubject, zone: string): string {
  const { entries, impact, moments, phases } = subject;
  const known = [...entries.map(({ epoch }) => epoch ?? 0), ...moments.map(({ epoch }) => epoch)];
  const [from, to] = [Math.min(...known), Math.max(...known)];
  const sentences = [
    `${entries.length} ${entries.length === 1 ? 'event' : 'events'} from ${stamp(from, zone)} to ${stamp(to, zone)} ${zone}.`,
    ...impact.map((period) =>
      period.to === null
        ? `Impact from ${clock(period.from, zone)}, its end is not known.`
        : `Impact from ${clock(period.from, zone)} to ${clock(period.to, zone)}, ${spanText(period.to - period.from)}.`,
    ),
    ...(phases.length === 0
      ? []
      : [`${phases.map(({ label, from: start, to: end }) => `${label} ${spanText(end - start)}`).join(', ')}.`]),
    ...(moments.length === 0
      ? []
      : [`${moments.map(({ kind, epoch }) => `${MOMENT_LABELS[kind].label} ${clock(epoch, zone)}`).join(', ')}.`]),
  ];
  return sentences.join(' ');
}

function stamp(epoch: number, zone: string): string {
  return formatInZone(formatInstant(epoch), zone, 'date-time');
}

function clock(epoch: number, zone: string): string {
  return formatInZone(formatInstant(epoch), zone, 'time');
}
