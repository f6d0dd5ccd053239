import type { Finding, Severity } from '#core/errors';
import { resolveTime, type TimeContext, type WrittenTime } from '#core/time';

import { indexText, placeAt, sourceAt, type Span, type TextIndex } from './source-text.ts';
import type { EvidenceEvent, EvidenceText, ReadContext, Reading } from './types.ts';

/** An event without its source; what a record does not state may be undefined. */
export type Fact = {
  readonly [K in keyof Omit<EvidenceEvent, 'source' | 'at' | 'text' | 'kind'>]?: EvidenceEvent[K] | undefined;
} & Pick<EvidenceEvent, 'at' | 'text' | 'kind'>;

/** What a finding says. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
}

const MOST_OF_ONE_CODE = 10;

/** Gathers the events and findings of one piece of evidence and gives each its place. */
export class EventCollector {
  readonly index: TextIndex;
  readonly #format: string;
  readonly #context: ReadContext;
  readonly #events: EvidenceEvent[] = [];
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<string, number>();

  constructor(input: EvidenceText, format: string, context: ReadContext) {
    this.index = indexText(input);
    this.#format = format;
    this.#context = context;
  }

  /** How many events were added. */
  get count(): number {
    return this.#events.length;
  }

  /** Resolves a time as this evidence writes it; zone and year come from the context where it states none. */
  time(written: string | undefined): WrittenTime | null {
    if (written === undefined) return null;
    const time = resolveTime(written, timeContext(this.#context));
    return time.instant === null ? null : time;
  }

  /** Adds a fact that stands at `span`. Its text becomes one line. */
  add(span: Span, fact: Fact): void {
    const text = fact.text.replaceAll(/\s+/gu, ' ').trim();
    const entries = Object.entries({ ...fact, text }).filter(([, value]) => value !== undefined && !isEmpty(value));
    const event = Object.fromEntries(entries) as unknown as Omit<EvidenceEvent, 'source'>;
    this.#events.push({ ...event, source: sourceAt(this.index, this.#format, span) });
  }

  /** Adds a finding that points at a character. Of one code only the first ones are kept, the others are counted. */
  remark(charOffset: number, { code, message, help, severity = 'warning' }: Remark): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_OF_ONE_CODE) return;
    const place = placeAt(this.index, charOffset);
    this.#findings.push({ code, severity, message, place, ...(help === undefined ? {} : { help }) });
  }

  /** Everything gathered, in the order of the source, with further findings. */
  reading(more: readonly Finding[] = []): Reading {
    const findings = [...more, ...this.#findings, ...this.#uncounted(), ...this.#assumedZone()];
    return { events: this.#events, findings };
  }

  #uncounted(): Finding[] {
    const { file } = this.index.input;
    return [...this.#counts].flatMap(([code, count]): Finding[] => {
      const more = count - MOST_OF_ONE_CODE;
      return more > 0
        ? [{ code, severity: 'warning', message: `${more} more of the kind “${code}” in ${file}.`, place: { file } }]
        : [];
    });
  }

  /** One finding for all times of the file that state no zone. */
  #assumedZone(): Finding[] {
    const assumed = this.#events.filter(({ at }) => !at.zoneStated && at.precision !== 'unknown');
    const first = assumed[0];
    if (first === undefined) return [];
    const { file, line, offset } = first.source;
    const finding: Finding = {
      code: 'zone-assumed',
      severity: 'info',
      message: `${assumed.length} of ${this.#events.length} times state no zone, the first is “${first.at.written}”; ${first.at.zone} was assumed.`,
      place: { file, line, offset },
      help: 'Name the zone with --zone where that is wrong.',
    };
    return [finding];
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/**
 * How times are completed that do not state everything: by the zone and the window that the user gave. Times of day
 * without a day are on the first day of the window.
 */
export function timeContext({ zone, window }: ReadContext): TimeContext {
  const base = { zone: zone ?? 'UTC', zoneStated: false };
  const day = window?.from.slice(0, 10);
  return day === undefined ? base : { ...base, day, year: Number(day.slice(0, 4)) };
}
