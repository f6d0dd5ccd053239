import {
  type ConfirmedMoment,
  curateEvents,
  documentDurations,
  type Draft,
  draftPostmortem,
  type EvidenceItem,
} from '#core/draft';
import type { Finding } from '#core/errors';
import { type EvidenceText, type FileReading, formats, readEvidence } from '#core/evidence';
import type { DialectId } from '#core/markdown';
import { computeDurations } from '#core/metrics';
import type { MomentKind, Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';
import {
  buildTimeline,
  incidentDay,
  incidentTitle,
  incidentWindow,
  type MergeOptions,
  type Timeline,
} from '#core/timeline';
import { evidenceText } from '#integrations/file-bytes';

/** How evidence is read together. */
export interface ReadingSettings {
  readonly zone?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Seconds a clock is ahead, by file name or format. */
  readonly skew?: Readonly<Record<string, number>> | undefined;
}

/** A draft to make of the evidence. */
export interface DraftWish {
  /** The new, empty document with what is known. */
  readonly base: Postmortem;
  readonly dialect: DialectId;
  /** Zone of the document's clock. */
  readonly zone: string;
  /** As a person confirmed them; the best suggestions if absent. */
  readonly moments?: readonly ConfirmedMoment[] | undefined;
}

/** Evidence to read, away from the event loop. */
export interface ReadingJob {
  readonly files: readonly {
    /** SHA-256 of the bytes. */
    readonly id: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  }[];
  readonly settings: ReadingSettings;
  /** The present, as UTC instant. */
  readonly now: string;
  readonly draft?: DraftWish;
}

/** What became of one file. */
export interface ReadFile {
  readonly id: string;
  readonly name: string;
  /** Label of its format for people; null where nobody knows it. */
  readonly format: string | null;
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly findings: readonly Finding[];
}

/** What a {@link ReadingJob} gives. */
export interface ReadingResult {
  readonly files: readonly ReadFile[];
  /** Everything the evidence says. */
  readonly pool: Timeline['events'];
  /** The window of the incident, with suggestions; its events are numbered by themselves. */
  readonly timeline: Timeline;
  /** Ids of the events of `timeline` that tell the incident. */
  readonly telling: readonly string[];
  readonly title: string | null;
  readonly date: string | null;
  readonly findings: readonly Finding[];
  readonly draft: Draft | null;
}

const LABELS = new Map(formats.map((format) => [format.id, format.label]));

/** Reads, merges and, where asked, drafts. Pure but for hashing; heavy enough to run in a thread of its own. */
export function doReadingJob(job: ReadingJob): ReadingResult {
  const decoded = job.files.map(({ name, bytes }) => evidenceText(name, bytes));
  const texts = decoded.filter((each): each is EvidenceText => 'text' in each);
  const refused = decoded.filter((each): each is Finding => !('text' in each));
  const { zone } = job.settings;
  const window = windowOf(job.settings);
  const read = readEvidence(texts, { now: job.now, ...(zone !== undefined && { zone }), ...(window && { window }) });
  const skew = new Map(Object.entries(job.settings.skew ?? {}));
  const whole = buildTimeline(read.events, { skew });
  // As on the command line: one file asks what is in it, several ask what happened.
  const asked = window ?? (texts.length > 1 ? incidentWindow(whole) : undefined);
  const timeline = asked === undefined ? whole : buildTimeline(read.events, { skew, window: asked });
  const findings = [...refused, ...read.findings, ...timeline.findings];
  const files = readFiles(job, { readings: read.readings, timeline: whole, findings });
  return {
    files,
    pool: whole.events,
    timeline,
    telling: tellingEvents(timeline),
    title: incidentTitle(timeline) ?? null,
    date: incidentDay(timeline, zone ?? 'UTC') ?? null,
    findings,
    draft: job.draft === undefined ? null : makeDraft(job.draft, timeline, files),
  };
}

function windowOf({ from, to }: ReadingSettings): MergeOptions['window'] {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? '1970-01-01T00:00:00Z', to: to ?? '9999-12-31T23:59:59Z' };
}

function tellingEvents(timeline: Timeline): string[] {
  const keep = new Set(timeline.moments.flatMap((moment) => moment.events.slice(0, 1)));
  return curateEvents(timeline, { keep }).events.map((event) => event.id);
}

/** Says of every file what became of it, also of those that are no text. */
function readFiles(
  job: ReadingJob,
  read: {
    readonly readings: readonly FileReading[];
    readonly timeline: Timeline;
    readonly findings: readonly Finding[];
  },
): ReadFile[] {
  const spans = sourceSpans(read.timeline);
  const readings = new Map(read.readings.map((reading) => [reading.evidence, reading]));
  return job.files.map(({ id, name }) => {
    const format = readings.get(id)?.format ?? null;
    return {
      id,
      name,
      format: LABELS.get(format ?? '') ?? format,
      events: readings.get(id)?.events ?? 0,
      from: spans.get(id)?.from ?? null,
      to: spans.get(id)?.to ?? null,
      findings: read.findings.filter((finding) => finding.place?.file === name),
    };
  });
}

function sourceSpans(timeline: Timeline): Map<string, { from: string; to: string }> {
  const spans = new Map<string, { from: string; to: string }>();
  for (const { at, until, sources } of timeline.events) {
    if (at.instant === null) continue;
    const end = until?.instant ?? at.instant;
    for (const { evidence } of sources) {
      const span = spans.get(evidence);
      if (span === undefined) spans.set(evidence, { from: at.instant, to: end });
      // Events come in order of their starts.
      else if (end > span.to) span.to = end;
    }
  }
  return spans;
}

function makeDraft(wish: DraftWish, timeline: Timeline, files: readonly ReadFile[]): Draft {
  const moments = wish.moments ?? timeline.moments.map(({ kind, at, events }) => ({ kind, at, events }));
  const byKind = new Map<MomentKind, WrittenTime>(moments.map((moment) => [moment.kind, moment.at]));
  const durations = computeDurations(byKind, timeline.impactPeriods, documentDurations(wish.dialect));
  return draftPostmortem({
    base: wish.base,
    timeline,
    moments,
    durations,
    evidence: evidenceItems(files),
    zone: wish.zone,
    sourceFields: true,
  });
}

/** The pieces that a document lists, in the order in which it numbers them: `E1` is the first. */
export function evidenceItems(files: readonly ReadFile[]): EvidenceItem[] {
  return files.flatMap(({ id, name, format, events }) =>
    format === null || events === 0 ? [] : [{ file: name, format, sha256: id, events }],
  );
}
