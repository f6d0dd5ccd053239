import type { EvidenceText, Format, ReadContext, Reading } from './types.ts';
import { sampleOf } from './sample.ts';

/** Evidence as the shell would hand it over: UTF-8 without a byte order mark, hash made up from the name. */
export function evidenceText(text: string, given: Partial<EvidenceText> = {}): EvidenceText {
  const file = given.file ?? 'sample.txt';
  return { file, evidence: `hash-of-${file}`, text, encoding: 'utf-8', bomBytes: 0, ...given };
}

/** A context without lookups in which it is the end of 2026. */
export const CONTEXT: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

/** Reads a text with one format. */
export function readWith(format: Format, text: string, context: ReadContext = CONTEXT): Reading {
  return format.read(evidenceText(text), context);
}

/** Score that a format gives a text. */
export function scoreOf(format: Format, text: string): number {
  return format.recognise(sampleOf(evidenceText(text)));
}
