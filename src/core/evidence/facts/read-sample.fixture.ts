import { sampleOf } from '../sample.ts';
import type { EvidenceEvent, EvidenceText, Format, Lookups, ReadContext, Reading } from '../types.ts';

/** A piece of evidence with this text (anything else is written as indented JSON). */
export function evidenceOf(content: unknown, file = 'evidence.json'): EvidenceText {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return { file, evidence: 'e'.repeat(64), text, encoding: 'utf-8', bomBytes: 0 };
}

/** Surroundings of a reading: no lookups, the end of 2026. */
export function contextOf(
  context: Partial<Omit<ReadContext, 'lookups'>> & { lookups?: Partial<Lookups> } = {},
): ReadContext {
  const lookups = { people: new Map(), revisions: new Map(), channels: new Map(), ...context.lookups };
  return { now: '2026-12-31T00:00:00Z', ...context, lookups };
}

/** What recognises the evidence, and what it reads. */
export interface Recognised extends Reading {
  readonly format: string;
  readonly score: number;
}

/** Reads the evidence with the format that recognises it best; fails where two formats recognise it equally. */
export function readWithBest(formats: readonly Format[], input: EvidenceText, context = contextOf()): Recognised {
  const sample = sampleOf(input);
  const ranked = formats
    .map((format) => ({ format, score: format.recognise(sample) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score === 0) throw new Error(`No format recognises ${input.file}.`);
  if (second?.score === first.score) throw new Error(`${first.format.id} and ${second.format.id} both recognise it.`);
  return { format: first.format.id, score: first.score, ...first.format.read(input, context) };
}

/** Events as `instant kind text`, for comparing at a glance. */
export function briefly(events: readonly EvidenceEvent[]): readonly string[] {
  return events.map(({ at, kind, text }) => `${at.instant ?? 'unknown'} ${kind} | ${text}`);
}
