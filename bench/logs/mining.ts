import { createPatternMiner } from '#core/evidence';

import { createLineReader } from '../../src/core/evidence/logs/line-record.ts';
import { groupShapes } from '../../src/core/evidence/logs/patterns/group-shapes.ts';
import { type Grouping, GROUPING } from '../../src/core/evidence/logs/patterns/grouping.data.ts';
import {
  groupingAccuracy,
  hasLabelledLogs,
  type LabelledLine,
  labelledLines,
  SYSTEMS,
} from '../../src/core/evidence/logs/patterns/loghub.fixture.ts';
import { surveyLog } from '../../src/core/evidence/logs/survey-log.ts';
import { figure, printTable } from '../print-table.ts';
import { LOG_PATTERNS } from '../data/log-patterns.data.ts';

const LINES = 400_000;
const ROUNDS = 5;

/** Settings that leaving a system out may choose from. */
const CANDIDATES: readonly Grouping[] = [2, 3, 4, 5, 8].flatMap((leastNames) =>
  [3, 4, 5, 6, 8, 12].flatMap((leastWords) => [1, 2, 3].map((leastEqual) => ({ leastNames, leastWords, leastEqual }))),
);

/** Mining: lines a second on one core, and grouping accuracy on the labelled logs where they are on the machine. */
export function benchMining(): void {
  if (hasLabelledLogs()) {
    const systems = SYSTEMS.map((name) => ({ name, lines: labelledLines(name) }));
    printSpeed([...systems, { name: 'generated', lines: generated() }]);
    printAccuracy(systems);
  } else {
    printSpeed([{ name: 'generated', lines: generated() }]);
    console.log('\nThere are no labelled logs beside the repository, so accuracy is not measured.');
  }
}

interface System {
  readonly name: string;
  readonly lines: readonly LabelledLine[];
}

function printSpeed(systems: readonly System[]): void {
  const all = { name: 'all together', lines: systems.flatMap(({ lines }) => lines) };
  const rows = [...systems, all].map(({ name, lines }) => {
    const [bytes, text] = speedOf(lines);
    const length = lines.reduce((sum, { message }) => sum + message.length, 0) / lines.length;
    return [name, figure(length), millions(bytes), millions(text)];
  });
  printTable(
    'Mining: steady state, messages a second on one core (processor time, median of five)',
    [['system', 'mean length', 'bytes M/s', 'strings M/s'], ...rows],
    'Aim: 1.00 M/s. Bytes are what the reader of log files hands over; strings are copied to bytes first.',
  );
}

/** Messages a second from bytes and from strings. */
function speedOf(lines: readonly LabelledLine[]): [number, number] {
  const messages = lines.map(({ message }) => message);
  const bytes = Buffer.from(messages.join('\n'));
  const starts = [0];
  for (const message of messages) starts.push(starts.at(-1)! + Buffer.byteLength(message) + 1);
  const miner = createPatternMiner();
  const rounds = Math.ceil(LINES / messages.length);
  const fromBytes = (): void => {
    for (let at = 0; at < messages.length; at += 1) miner.addBytes(bytes, starts[at]!, starts[at + 1]! - 1);
  };
  const fromStrings = (): void => {
    for (const message of messages) miner.add(message);
  };
  return [fromBytes, fromStrings].map((run) => rateOf(run, rounds) * messages.length) as [number, number];
}

/** Runs a second of processor time; a busy neighbour does not count. */
function rateOf(run: () => void, rounds: number): number {
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage().user;
    for (let round = 0; round < rounds; round += 1) run();
    return rounds / ((process.cpuUsage().user - before) / 1e6);
  });
  return rates.slice(1).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

function millions(rate: number): string {
  return (rate / 1e6).toFixed(2);
}

function printAccuracy(systems: readonly System[]): void {
  const shaped = systems.map(({ lines }) => shapedLines(lines));
  const byCandidate = CANDIDATES.map((grouping) => shaped.map((system) => accuracyWith(system, grouping)));
  const rows = systems.map(({ lines }, left) => {
    const others = (figures: readonly number[]): number => mean(figures.filter((_, at) => at !== left));
    const best = byCandidate.reduce((chosen, figures) => (others(figures) > others(chosen) ? figures : chosen));
    const system = shaped[left]!;
    return [accuracyWith(system, GROUPING), best[left]!, rawAccuracy(lines), mergedAccuracy(lines)];
  });
  const means = [0, 1, 2, 3].map((column) => mean(rows.map((row) => row[column]!)));
  printTable(
    'Mining: grouping accuracy on 2,000 labelled lines each',
    [
      ['system', 'frozen', 'left out', 'raw lines', 'two workers'],
      ...[...rows, means].map((row, at) => [systems[at]?.name ?? 'mean', ...row.map((value) => value.toFixed(3))]),
    ],
    'Aim: mean 0.88 frozen. “left out”: settings chosen on the other seven systems. “raw lines”: through our own readers.',
  );
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, value) => sum + value, 0) / figures.length;
}

interface Shaped {
  readonly truth: readonly string[];
  readonly shapes: readonly string[];
  /** Number of the shape of each line. */
  readonly of: readonly number[];
}

function shapedLines(lines: readonly LabelledLine[]): Shaped {
  const miner = createPatternMiner();
  const of = lines.map(({ message }) => miner.add(message));
  return { truth: lines.map(({ event }) => event), shapes: miner.toData().shapes, of };
}

function accuracyWith({ truth, shapes, of }: Shaped, grouping: Grouping): number {
  const group = new Map<number, number>();
  for (const { members } of groupShapes(shapes, grouping)) for (const member of members) group.set(member, members[0]!);
  return groupingAccuracy(
    truth,
    of.map((shape) => group.get(shape)!),
  );
}

/** From the lines as they stand in the file, through our own reader of line heads. */
function rawAccuracy(lines: readonly LabelledLine[]): number {
  const reader = createLineReader(
    surveyLog(
      lines.map(({ raw }) => raw),
      null,
    ),
  );
  const miner = createPatternMiner();
  const shapes = lines.map(({ raw }) => {
    const record = reader.read(raw);
    return record === null || record === 'broken' ? null : miner.add(record.text);
  });
  return groupingAccuracy(
    lines.map(({ event }) => event),
    shapes.map((shape, at) => (shape === null ? `lost ${String(at)}` : miner.patternOf(shape))),
  );
}

/** Two workers over the two halves, merged. */
function mergedAccuracy(lines: readonly LabelledLine[]): number {
  const [left, right] = [createPatternMiner(), createPatternMiner()];
  const half = lines.length / 2;
  const first = lines.slice(0, half).map(({ message }) => left.add(message));
  const second = lines.slice(half).map(({ message }) => right.add(message));
  const renamed = left.merge(right.toData());
  return groupingAccuracy(
    lines.map(({ event }) => event),
    [...first, ...second.map((shape) => renamed[shape]!)].map((shape) => left.patternOf(shape)),
  );
}

/** Application messages with their values drawn from a counter. */
function generated(): LabelledLine[] {
  return Array.from({ length: 2000 }, (_, at) => {
    const { template } = LOG_PATTERNS[at % LOG_PATTERNS.length]!;
    const message = template.replaceAll('<*>', () => String((at * 7919) % 100_003));
    return { raw: message, message, event: template };
  });
}
