import type { Finding, Place } from '#core/errors';

import type { ClockNotes, ClockTrouble } from './log-clock.ts';

/** Something that happened on many lines and is told once. */
interface Tally {
  count: number;
  readonly first: Place;
  readonly sample: string;
}

/** A run of lines that no record could take. */
interface LostRun {
  readonly place: Place;
  readonly sample: string;
  last: number;
}

/** Collects what is worth telling about one log, each kind once with its count. */
export interface LogFindings {
  tally(code: TallyCode, place: Place, sample: string): void;
  /** A line that no record has taken. Lines that follow each other are one finding. */
  lost(kind: LostKind, place: Place, sample: string): void;
  /** A long record whose end is not kept. */
  cut(place: Place, what: string): void;
  finish(notes: ClockNotes, zone: string): Finding[];
}

/** Codes of findings that are counted per file. */
type TallyCode = ClockTrouble | 'unreadable';

/** Why no record has taken a line: it has no time, or is JSON that does not parse. */
type LostKind = 'no-time' | 'broken';

/** Runs told one by one before the rest is summed up. */
const MOST_RUNS = 20;

/** Makes the collector for one file. */
export function createLogFindings(file: string): LogFindings {
  const tallies = new Map<TallyCode, Tally>();
  const runs: Record<LostKind, LostRun[]> = { 'no-time': [], broken: [] };
  const cuts: Finding[] = [];
  return {
    tally(code, place, sample) {
      const known = tallies.get(code);
      if (known === undefined) tallies.set(code, { count: 1, first: place, sample: shortened(sample) });
      else known.count += 1;
    },
    lost(kind, place, sample) {
      const line = place.line ?? 0;
      const run = runs[kind].at(-1);
      if (run !== undefined && run.last === line - 1) run.last = line;
      else runs[kind].push({ place, sample: shortened(sample), last: line });
    },
    cut(place, what) {
      if (cuts.length >= MOST_RUNS) return;
      cuts.push({
        code: 'log-record-cut',
        severity: 'warning',
        message: what,
        place,
        help: 'The evidence itself is complete: look it up at this place.',
      });
    },
    finish(notes, zone) {
      return [
        ...assumptions(file, notes, zone),
        ...lostFindings('no-time', runs['no-time']),
        ...lostFindings('broken', runs.broken),
        ...cuts,
        ...tallied(tallies),
      ];
    },
  };
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 80 ? `${trimmed.slice(0, 79)}…` : trimmed;
}

function assumptions(file: string, notes: ClockNotes, zone: string): Finding[] {
  const found: Finding[] = [];
  const place = { file };
  if (notes.zoneAssumed > 0) {
    found.push({
      code: 'log-zone-assumed',
      severity: 'info',
      message: `${counted(notes.zoneAssumed, 'time')} in ${file} ${notes.zoneAssumed === 1 ? 'states' : 'state'} no zone and ${notes.zoneAssumed === 1 ? 'is' : 'are'} read as ${zone}.`,
      place,
      help: 'If the program wrote local times, name its zone with --zone.',
    });
  }
  if (notes.yearFrom !== null) {
    found.push({
      code: 'log-year-assumed',
      severity: 'info',
      message: `Times in ${file} have no year; it is taken from the ${sourceName(notes.yearFrom)}.`,
      place,
      help: 'Give --from and --to if that is another year.',
    });
  }
  if (notes.dateFrom !== null) {
    found.push({
      code: 'log-date-assumed',
      severity: 'info',
      message: `Times in ${file} have no date; it is taken from the ${sourceName(notes.dateFrom)}.`,
      place,
      help: 'Give --from and --to if that is another day.',
    });
  }
  if (notes.orderGuessed !== null) {
    found.push({
      code: 'log-date-order-assumed',
      severity: 'info',
      message: `Dates in ${file} are all numbers and are read in the order ${ORDER_NAMES[notes.orderGuessed] ?? ''}.`,
      place,
      help: 'If that is wrong, convert the dates of this log to the form 2026-02-23.',
    });
  }
  return found;
}

const ORDER_NAMES: Readonly<Record<string, string>> = {
  ymd: 'year, month, day',
  mdy: 'month, day, year',
  dmy: 'day, month, year',
  md: 'month, day',
  dm: 'day, month',
};

function sourceName(source: 'window' | 'modified' | 'file name'): string {
  if (source === 'window') return 'incident window';
  return source === 'modified' ? "file's last modification" : 'date in the file name';
}

function lostFindings(kind: LostKind, runs: readonly LostRun[]): Finding[] {
  const told = runs.slice(0, MOST_RUNS - 1);
  const [next] = runs.slice(MOST_RUNS - 1);
  const findings = told.map((run) => lostFinding(kind, run, run.last));
  if (next !== undefined) findings.push(lostFinding(kind, next, runs.at(-1)?.last ?? next.last));
  return findings;
}

function lostFinding(kind: LostKind, run: LostRun, last: number): Finding {
  const first = run.place.line ?? 0;
  const one = last === first;
  const which = one ? `Line ${String(first)}` : `Lines ${String(first)} to ${String(last)}`;
  if (kind === 'broken') {
    return {
      code: 'log-json-broken',
      severity: 'warning',
      message: `${which} ${one ? 'has' : 'have'} JSON that does not parse, cut or longer than 1 MiB: “${run.sample}”.`,
      place: run.place,
      help: 'Collect the log again if it was cut; nothing was taken from there.',
    };
  }
  return {
    code: 'log-line-without-time',
    severity: 'warning',
    message: `${which} ${one ? 'has' : 'have'} no time that can be read and no record to belong to: “${run.sample}”.`,
    place: run.place,
    help: 'Nothing was taken from there; add the fact by hand if it matters.',
  };
}

interface Wording {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: (count: string, sample: string) => string;
  readonly help: string;
}

const WORDINGS: Readonly<Record<TallyCode, Wording>> = {
  'no-year': {
    code: 'log-no-year',
    severity: 'warning',
    message: (count, sample) => `${count} no year and nothing tells it, as “${sample}”.`,
    help: 'Give the incident window with --from and --to, or the file with its modification time.',
  },
  'no-date': {
    code: 'log-no-date',
    severity: 'warning',
    message: (count, sample) => `${count} a time but no date, and nothing tells it, as “${sample}”.`,
    help: 'Give the incident window with --from and --to, or the file with its modification time.',
  },
  order: {
    code: 'log-date-order-unknown',
    severity: 'warning',
    message: (count, sample) => `${count} a date that can be read in two ways, as “${sample}”.`,
    help: 'Give the incident window with --from and --to, so that the likelier reading can be chosen.',
  },
  impossible: {
    code: 'log-impossible-time',
    severity: 'warning',
    message: (count, sample) => `${count} a time that no calendar or clock shows, as “${sample}”.`,
    help: 'The record is kept without an instant; correct its time in the timeline.',
  },
  unreadable: {
    code: 'log-unreadable-time',
    severity: 'warning',
    message: (count, sample) => `${count} a time field that is not understood, as “${sample}”.`,
    help: 'The record is kept without an instant; correct its time in the timeline.',
  },
};

function tallied(tallies: ReadonlyMap<TallyCode, Tally>): Finding[] {
  return [...tallies].map(([key, { count, first, sample }]) => {
    const { code, severity, message, help } = WORDINGS[key];
    const subject = count === 1 ? 'One record has' : `${counted(count, 'record')} have`;
    return { code, severity, message: message(subject, sample), place: first, help };
  });
}

function counted(count: number, noun: string): string {
  return `${String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')} ${noun}${count === 1 ? '' : 's'}`;
}
