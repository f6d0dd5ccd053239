import type { Finding } from '#core/errors';

import { checkText } from './check-text.ts';
import { checkTimes } from './check-times.ts';
import { formats as allFormats } from './formats.ts';
import { brokenDocument } from './read-documents.ts';
import { sampleOf } from './sample.ts';
import type { EvidenceEvent, EvidenceText, Format, Lookups, ReadContext } from './types.ts';
import { type FileZones, zoneOfFile } from './zone-of-file.ts';

/** The format that fits a text best. */
export interface Recognition {
  readonly format: Format;
  /** Above 0, at most 1. */
  readonly score: number;
}

/** Settings of {@link readEvidence}. */
export interface ReadOptions extends Omit<ReadContext, 'lookups'> {
  /** Formats to choose from; all of them if absent. */
  readonly formats?: readonly Format[];
  /** Zones of single files; they go before `zone`. */
  readonly zones?: FileZones;
}

/** What became of one file. */
export interface FileReading {
  readonly file: string;
  /** SHA-256 of its raw bytes. */
  readonly evidence: string;
  /** Id of the format that read it; null where it was not read. */
  readonly format: string | null;
  /** How many events it gave. */
  readonly events: number;
}

/** Result of {@link readEvidence}. */
export interface EvidenceReading {
  readonly readings: readonly FileReading[];
  readonly events: readonly EvidenceEvent[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the format of a text by its content; the file name plays no part. Null where no format knows it. Equal scores
 * go to the id that sorts first, so that the answer never depends on the order of the formats.
 */
export function recogniseEvidence(input: EvidenceText, formats: readonly Format[] = allFormats): Recognition | null {
  const sample = sampleOf(input);
  let best: Recognition | null = null;
  for (const format of formats) {
    const score = format.recognise(sample);
    if (score <= 0 || (best !== null && score < best.score)) continue;
    if (best === null || score > best.score || format.id < best.format.id) best = { format, score };
  }
  return best;
}

/**
 * Reads many pieces of evidence: recognises each, gathers what one file tells about another (names of users, times of
 * revisions), then reads them all. The result does not depend on the order of the inputs. Never throws on content: an
 * empty, binary, repeated or unrecognised file gives a finding that says what to do, and the rest is read.
 */
export function readEvidence(inputs: readonly EvidenceText[], options: ReadOptions): EvidenceReading {
  const { formats = allFormats, zones = NO_ZONES, ...rest } = options;
  const { unique, findings } = withoutRepeats(inputs);
  const recognised = unique.map((input) => ({ input, ...recogniseOne(input, formats) }));
  const context: ReadContext = { ...rest, lookups: gatherLookups(recognised) };
  const results = recognised.map(({ input, format, findings: before }) => {
    const zone = zoneOfFile(input.file, zones) ?? context.zone;
    const read = format?.read(input, zone === undefined ? context : { ...context, zone }) ?? {
      events: [],
      findings: [],
    };
    const after = [...checkTimes(read.events, options.now), ...withoutEvents(input, format, read)];
    return { input, format, events: read.events, findings: [...before, ...read.findings, ...after] };
  });
  return {
    readings: results.map(({ input: { file, evidence }, format, events }) => {
      return { file, evidence, format: format?.id ?? null, events: events.length };
    }),
    events: results.flatMap(({ events }) => events),
    findings: [...findings, ...results.flatMap((result) => result.findings)],
  };
}

const NO_ZONES: FileZones = new Map();

/** Sorted by name, so that of two equal files always the same one counts. */
function withoutRepeats(inputs: readonly EvidenceText[]): { unique: EvidenceText[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Map<string, EvidenceText>();
  for (const input of inputs.toSorted(byFile)) {
    const first = seen.get(input.evidence);
    if (first === undefined) seen.set(input.evidence, input);
    else findings.push(repeated(input, first));
  }
  return { unique: [...seen.values()], findings };
}

function byFile(a: EvidenceText, b: EvidenceText): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.evidence < b.evidence ? -1 : Number(a.evidence > b.evidence);
}

function repeated(input: EvidenceText, first: EvidenceText): Finding {
  return {
    code: 'evidence-repeated',
    severity: 'info',
    message: `${input.file} has the same bytes as ${first.file} and was read once.`,
    place: { file: input.file },
  };
}

function recogniseOne(input: EvidenceText, formats: readonly Format[]): { format: Format | null; findings: Finding[] } {
  const { readable, findings } = checkText(input);
  if (!readable) return { format: null, findings };
  const recognition = recogniseEvidence(input, formats);
  if (recognition !== null) return { format: recognition.format, findings };
  return { format: null, findings: [...findings, ...brokenDocument(input), unrecognised(input)] };
}

function unrecognised({ file, text }: EvidenceText): Finding {
  const first = /\S.*/u.exec(text)?.[0].trimEnd() ?? '';
  const shown = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return {
    code: 'evidence-unrecognised',
    severity: 'warning',
    message: `${file} is in no format that is known; it begins with “${shown}”.`,
    place: { file, line: 1 },
    help: 'Export it in a supported format, or as CSV with a column “time” and a column “message”.',
  };
}

type Recognised = { readonly input: EvidenceText; readonly format: Format | null };

/** What several files tell about the same id: the file that sorts first counts. */
function gatherLookups(recognised: readonly Recognised[]): Lookups {
  const provided = recognised.flatMap(({ input, format }) => format?.provide?.(input) ?? []);
  return {
    people: new Map(provided.toReversed().flatMap(({ people }) => [...(people ?? [])])),
    revisions: new Map(provided.toReversed().flatMap(({ revisions }) => [...(revisions ?? [])])),
    channels: new Map(provided.toReversed().flatMap(({ channels }) => [...(channels ?? [])])),
  };
}

function withoutEvents(
  { file }: EvidenceText,
  format: Format | null,
  read: { events: readonly EvidenceEvent[]; findings: readonly Finding[] },
): Finding[] {
  if (format === null || format.provide !== undefined) return [];
  if (read.events.length > 0 || read.findings.length > 0) return [];
  const message = `${file} was read as ${format.label} and has no events.`;
  return [{ code: 'evidence-without-events', severity: 'info', message, place: { file } }];
}
