import { ByteFields } from './byte-fields.ts';
import { ASK_TEXT, ByteLines, hasByteLayouts } from './byte-lines.ts';
import type { Stamp } from './stamp.ts';
import type { LogSurvey } from './survey-log.ts';

/** Where the first pair of a logfmt line ends at the latest, in bytes. */
const FIRST_PAIR = 40;

/** The time of the record that a line opens, from its bytes, in every layout: what `createLineReader` finds in text. */
export class ByteRecords {
  readonly #lines: ByteLines | null;
  readonly #json: ByteFields | null;
  readonly #logfmt: ByteFields | null;

  /** `resolve` gives the epoch milliseconds of a stamp. */
  constructor(survey: LogSurvey, resolve: (stamp: Stamp) => number) {
    const { json, logfmt } = survey.timeKeys;
    this.#lines = hasByteLayouts(survey) ? new ByteLines(survey, resolve) : null;
    this.#json = json === null ? null : new ByteFields(json, resolve);
    this.#logfmt = logfmt === null ? null : new ByteFields(logfmt, resolve);
  }

  /** Epoch milliseconds, NaN where no record opens, `ASK_TEXT` where only the readers of text can tell. */
  at(bytes: Uint8Array, start: number, end: number): number {
    if (bytes[start] === 123 && start < end) return this.#json?.inJson(bytes, start, end) ?? ASK_TEXT;
    const pairs = this.#logfmt?.inLogfmt(bytes, start, end) ?? ASK_TEXT;
    if (pairs !== ASK_TEXT) return pairs;
    const told = this.#lines?.at(bytes, start, end) ?? ASK_TEXT;
    return Number.isNaN(told) && beginsWithPair(bytes, start, end) ? ASK_TEXT : told;
  }
}

function beginsWithPair(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = Math.min(end, start + FIRST_PAIR + 1);
  for (let at = start + 1; at < stop; at += 1) if (bytes[at] === 61) return true;
  return false;
}
