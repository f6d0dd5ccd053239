import type { Finding } from '#core/errors';
import type { WrittenTime } from '#core/time';

import type { EventCounts } from './event-counts.ts';

/**
 * What kind of fact an event is. Changes (`commit` … `feature-flag`) can become suspects; `alert` … `resolved`
 * can become moments.
 */
export type EventKind =
  | 'commit'
  | 'deploy'
  | 'rollout'
  | 'config'
  | 'feature-flag'
  | 'alert'
  | 'alert-resolved'
  | 'paged'
  | 'acknowledged'
  | 'escalated'
  | 'declared'
  | 'status-update'
  | 'resolved'
  | 'message'
  | 'log'
  | 'error'
  | 'infrastructure'
  | 'command'
  | 'note';

/** Log level, lower-case, from the record's own level field. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warning' | 'error' | 'fatal';

/** Where an event stands in the evidence. */
export interface EventSource {
  /** SHA-256 (hex) of the raw bytes of the evidence. */
  readonly evidence: string;
  /** File name as given, for people; never an identity. */
  readonly file: string;
  /** Id of the format that read it, as `git-log`. */
  readonly format: string;
  /** Line of the first character, from 1. */
  readonly line: number;
  /** Byte offset of the first character in the raw bytes, from 0. */
  readonly offset: number;
  /** The raw text of this one fact, verbatim (cut at 4,000 characters with an ellipsis). */
  readonly raw: string;
}

/** One dated fact, as one piece of evidence tells it. */
export interface EvidenceEvent {
  readonly at: WrittenTime;
  /** End of the fact where the source gives one (a resolved alert, a finished run). */
  readonly endedAt?: WrittenTime;
  /** One line for people, without the time. */
  readonly text: string;
  readonly kind: EventKind;
  readonly source: EventSource;
  /** Person or system that did it, as the source names it. */
  readonly actor?: string;
  /** Service, deployment, application or repository it belongs to. */
  readonly service?: string;
  readonly level?: LogLevel;
  /**
   * Identity of the fact itself across sources, as `commit:1a2b3c4d5e6f`, `pagerduty:PRORDTY:resolve`,
   * `alertmanager:<fingerprint>:<startsAt>`. Equal keys are the same fact.
   */
  readonly key?: string;
  /** Words that name the same fact elsewhere: other identities as alert name, incident title, short sha. */
  readonly hints?: readonly string[];
  /**
   * Template of repeating chatter (log pattern, bot text): values that vary replaced by `<*>`. Events with the same
   * `fold` from the same format fold into one with a count.
   */
  readonly fold?: string;
  /** Where this one event stands for many records of a pattern. Such an event is not folded again. */
  readonly counts?: EventCounts;
  /** Further lines (stack trace, commit body, changed files), verbatim. */
  readonly details?: string;
  /** Places where the fact names paths, components, error classes; for ranking suspects. */
  readonly names?: readonly string[];
}

/** A piece of evidence, decoded. */
export interface EvidenceText {
  readonly file: string;
  /** SHA-256 (hex) of the raw bytes. */
  readonly evidence: string;
  /** Decoded text without byte order mark. */
  readonly text: string;
  /** How the bytes were decoded; byte offsets refer to the raw bytes in this encoding. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';
  /** Bytes of the byte order mark that `text` no longer has (0, 2 or 3). */
  readonly bomBytes: number;
  /** Last modification of the file as UTC instant; completes times without a year. */
  readonly modified?: string;
}

/** Facts that one file gives for reading another (names of user ids, creation times of revisions). */
export interface Lookups {
  /** Chat or pager user id → display name. */
  readonly people: ReadonlyMap<string, string>;
  /** `namespace/deployment#revision` (namespace may be empty) → time of its ReplicaSet. */
  readonly revisions: ReadonlyMap<string, RevisionTime>;
  /** Channel id → name. */
  readonly channels: ReadonlyMap<string, string>;
}

/** When a rollout revision came to be, and where that is written. */
export interface RevisionTime {
  readonly at: WrittenTime;
  readonly source: EventSource;
  readonly images: readonly string[];
}

/** What a reader may need besides the text. */
export interface ReadContext {
  readonly lookups: Lookups;
  /** Zone for times that state none. Default `UTC`, then `zoneStated` is false on every event. */
  readonly zone?: string;
  /** Incident window (UTC instants): completes years and days; of the patterns of a log only what is inside is told. */
  readonly window?: { readonly from: string; readonly to: string };
  /** The present (UTC instant), given by the shell; dates after it are findings. */
  readonly now: string;
}

/** What a reader makes of one piece of evidence. */
export interface Reading {
  readonly events: readonly EvidenceEvent[];
  readonly findings: readonly Finding[];
}

/** One way evidence is written. Recognised by content, never by file name. */
export interface Format {
  /** Kebab-case, stable, as `pagerduty-webhook-v3`. */
  readonly id: string;
  /** For people, as `PagerDuty webhook (v3)`. */
  readonly label: string;
  /** 0 (not this format) … 1 (certain). Reads the start of the text and, for JSON, the parsed tree. Must never throw. */
  recognise(sample: Sample): number;
  /** Facts for other files; absent if it has none. */
  provide?(input: EvidenceText): Partial<Lookups>;
  /** Never throws on content: what cannot be read becomes a finding with line and help, the rest goes on. */
  read(input: EvidenceText, context: ReadContext): Reading;
}

/** What `recognise` sees: parsed once, shared by all formats. */
export interface Sample {
  readonly file: string;
  /** At most the first 64 KiB of text. */
  readonly head: string;
  /** First non-blank lines of `head`, at most 200. */
  readonly lines: readonly string[];
  /** The whole value if the text is one JSON (or YAML stream → array) document; undefined if not. Large integers may be rounded. */
  readonly json: unknown;
  /** First parsed values if the text is JSON lines or several JSON documents in a row; empty if not. */
  readonly jsonLines: readonly unknown[];
}
