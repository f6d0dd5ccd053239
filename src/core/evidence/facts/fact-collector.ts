import type { Finding, Severity } from '#core/errors';
import type { WrittenTime } from '#core/time';
import type { JsonNode } from '../json-node.ts';
import { placeAt, sourceAt, type Span, type TextIndex } from '../source-text.ts';
import type { EvidenceEvent, Reading } from '../types.ts';
import { systemTime, unknownTime } from './system-time.ts';
import { nodeAt, text } from './json-fields.ts';

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** An event before it has a place: absent and undefined mean the same, lists may have gaps. */
export type Fact = Pick<EvidenceEvent, 'at' | 'text' | 'kind'> &
  Optional<Omit<EvidenceEvent, 'at' | 'text' | 'kind' | 'source' | 'hints' | 'names'>> & {
    readonly hints?: readonly (string | undefined)[];
    readonly names?: readonly (string | undefined)[];
  };

/** Something to say about a piece of evidence. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
}

/** Gathers what one reader finds: events with their places, and findings. */
export class FactCollector {
  readonly #index: TextIndex;
  readonly #events: EvidenceEvent[] = [];
  readonly #findings: Finding[] = [];
  readonly #keysOfRecord = new Set<string>();
  #format = '';

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Starts a record of a format. A webhook may tell one step twice (as log entry and as field); it is kept once. */
  begin(format: string): void {
    this.#format = format;
    this.#keysOfRecord.clear();
  }

  /** Goes on with the same record in another format. */
  continueAs(format: string): void {
    this.#format = format;
  }

  /** Adds a fact that stands at `node`. */
  add(node: Span, fact: Fact): void {
    if (fact.key !== undefined) {
      if (this.#keysOfRecord.has(fact.key)) return;
      this.#keysOfRecord.add(fact.key);
    }
    const source = sourceAt(this.#index, this.#format, node);
    this.#events.push(withoutGaps({ ...fact, text: oneLine(fact.text), source }));
  }

  /** The time at `path`; unresolved, with a finding, where it is missing or unreadable. */
  time(node: JsonNode, path: string): WrittenTime {
    const written = text(node, path);
    const time = written === undefined ? null : systemTime(written);
    if (time !== null) return time;
    this.remark(node, untimed(path, written ?? JSON.stringify(nodeAt(node, path)?.value)));
    return unknownTime(written ?? '');
  }

  /** The time at `path`, or undefined where there is none (yet). Text that is no time gives a finding. */
  optionalTime(node: JsonNode, path: string): WrittenTime | undefined {
    const written = text(node, path);
    if (written === undefined || written.startsWith('0001-01-01')) return undefined;
    return this.time(node, path);
  }

  /** Adds a finding that points at `node`. */
  remark(node: JsonNode, remark: Remark): void {
    this.remarkAt(node.start, remark);
  }

  /** Adds a finding that points at a character. */
  remarkAt(start: number, remark: Remark): void {
    const { code, message, help, severity = 'warning' } = remark;
    const place = placeAt(this.#index, start);
    this.#findings.push({ code, severity, message, place, ...(help === undefined ? {} : { help }) });
  }

  /** Everything gathered, oldest first; a fact without a time stays behind the one it followed. */
  reading(): Reading {
    let last = '';
    const timed = this.#events.map((event) => {
      last = event.at.instant ?? last;
      return { event, sortBy: last };
    });
    timed.sort((a, b) => (a.sortBy < b.sortBy ? -1 : a.sortBy > b.sortBy ? 1 : 0));
    return { events: timed.map(({ event }) => event), findings: this.#findings };
  }
}

function untimed(path: string, written: string | undefined): Remark {
  return {
    code: 'event-without-time',
    message:
      written === undefined
        ? `The field “${path}” that says when this happened is missing.`
        : `The field “${path}” is “${written.slice(0, 60)}”, which is not a time.`,
    help: 'The fact is kept without a time: set its time in the timeline, or export the evidence again with this field.',
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** Drops undefined fields, blank and repeated entries of lists, and empty lists. */
function withoutGaps(fact: Fact & Pick<EvidenceEvent, 'source'>): EvidenceEvent {
  const { hints = [], names = [], ...rest } = fact;
  const entries = Object.entries({ ...rest, hints: distinct(hints), names: distinct(names) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as EvidenceEvent;
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const kept = [...new Set(texts.filter((entry) => entry !== undefined && entry !== ''))] as string[];
  return kept.length === 0 ? undefined : kept;
}
