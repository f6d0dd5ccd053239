import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createPatternMiner, type LineClock, planLineClock } from '#core/evidence/logs';

import { LOG_LAYOUTS } from '../src/core/evidence/logs/layouts.data.ts';
import { PROGRAMS, RECORDS } from '../src/core/evidence/logs/log-lines.fixture.ts';
import { RecordCollector, scanTask } from '../src/integrations/log-files/collect-records.ts';
import { PlainKernel } from '../src/integrations/log-files/kernel/plain-kernel.ts';
import { decode } from '../src/integrations/log-files/plan-clock.ts';

/** Reads nothing twice alike: every record is read as text. */
class ForgetfulKernel extends PlainKernel {
  override learn(): number {
    return -1;
  }
}

function withoutHeads(clock: LineClock): LineClock {
  const { layout, basis, sequential, minutes, levels, calm, notes, zone } = clock;
  return {
    layout,
    basis,
    sequential,
    minutes,
    levels,
    calm,
    notes,
    zone,
    plainHeads: false,
    at: (bytes, start, end) => clock.at(bytes, start, end),
    read: (bytes, start, end) => clock.read(bytes, start, end),
  };
}

/** Every record of a text as `instant level service template`, in order. */
function recordsOf(
  text: string,
  made: { readonly kernel: PlainKernel; readonly heads: boolean; readonly notable: boolean },
): string[] {
  const sample = text.split('\n').slice(0, 60);
  const planned = planLineClock(sample, { file: 'app.log', modified: '2026-12-01T00:00:00Z', decode });
  if (planned === null) return [];
  const clock = made.heads ? planned : withoutHeads(planned);
  const wish = { window: { from: -Infinity, to: Infinity }, notable: made.notable };
  const { kernel } = made;
  const miner = createPatternMiner();
  const found: string[] = [];
  const kinds: string[] = [];
  const numberOf = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.push(kind) - 1);
  // The reference looks at every line, whatever words it has.
  kernel.begin(scanTask(clock, made.heads ? wish : { ...wish, notable: false }));
  const again = (number: number, at: number, offset: number): boolean => {
    found.push(`${String(offset)} ${String(at)} ${kinds[number] ?? ''}`);
    return false;
  };
  const collector = new RecordCollector(kernel, clock, {
    wish,
    sink: {
      take: ({ mined, level, service, at, offset }) => {
        const number = numberOf(`${String(level)} ${String(service)} ${String(miner.add(mined))}`);
        again(number, at, offset);
        return number;
      },
      numberOf: ({ bytes, start, end }, { level, service }) =>
        numberOf(`${String(level)} ${String(service)} ${String(miner.addBytes(bytes, start, end))}`),
      again,
      keep: () => undefined,
    },
  });
  // Kinds that are learned count from the next chunk on.
  let base = 0;
  const lines = text.split(/(?<=\n)/u);
  for (let from = 0; from < lines.length; from += 40) {
    const bytes = Buffer.from(lines.slice(from, from + 40).join(''));
    kernel.bytes.fill(10).set(bytes);
    collector.take({ end: bytes.length, base, cut: false });
    base += bytes.length;
  }
  collector.finish();
  return found;
}

/** Other digits, and now and then another letter of an id. */
function varied(line: string, seed: number): string {
  let state = seed;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % most;
  };
  // Times mostly stay times, and numbers begin with no zero: JSON has none that do.
  return line.replaceAll(/(?<!\d)\d(?=\d)|\d/gu, (digit, at: number) => {
    if (next(at < 45 ? 200 : 2) > 0) return digit;
    return /\d/u.test(line.charAt(at + 1)) && !/\d/u.test(line.charAt(at - 1)) ? String(1 + next(9)) : String(next(10));
  });
}

const LINES = [
  ...[...PROGRAMS, ...RECORDS].map(([, line]) => line),
  ...LOG_LAYOUTS.flatMap(({ samples, others }) => [...samples.map(({ line }) => line), ...others]),
  '2026-02-23 08:15:30.123 [main] c.s.Job - Import finished, error: 3 rows',
  '2026-02-23 08:15:30.123 web-1 Import finished, 3 rows',
  '2026-02-23 08:15:30.123 Traceback of 3 calls',
  '2026-02-23 08:15:30.123 INFO [main] c.s.Job - at work for 30 s',
  'something without a time that mentions an error 17',
  '\tat com.shop.Pool.take(Pool.java:41)',
].filter((line) => !line.includes('\n'));

/** Beginnings of messages that may be taken for a part of what stands before them, and some that may not. */
const MESSAGES = [
  'Failed to open the file',
  'opening the file failed',
  'could not, in the end',
  '12 items left',
  'gone',
  '[pool] gone: no connection',
  'c.s.Pool: gone',
  'main.go:12 failed here',
  'web-1 - gone',
  'Pool[3]: gone',
  '{"level":"info","msg":"gone"}',
  'level=debug msg=gone',
  'INFO done',
  'warn: low',
  'ERROR again',
  '- dash',
  '| bar',
  'Async pool | gone',
  'Pool : gone',
  'DB   is gone',
  'café is gone',
  'tab	is gone',
  '\x1B[31mred\x1B[0m is gone',
];
const HEADS = PROGRAMS.flatMap(([, line, , , , text]) => (line.endsWith(text) ? [line.slice(0, -text.length)] : []));

describe('records that are not read again', () => {
  it('are told as if each had been read, however their messages begin', () => {
    fc.assert(
      fc.property(
        fc.nat(HEADS.length - 1),
        fc.array(fc.nat(MESSAGES.length - 1), { minLength: 2 }),
        fc.nat(),
        (head, order, seed) => {
          const lines = Array.from({ length: 120 }, (_, at) =>
            varied(HEADS[head]! + MESSAGES[order[at % order.length]!]!, seed + at),
          );
          const text = `${lines.join('\n')}\n`;
          const read = recordsOf(text, { kernel: new ForgetfulKernel(), heads: false, notable: false });
          expect(recordsOf(text, { kernel: new PlainKernel(), heads: true, notable: false })).toEqual(read);
          expect(recordsOf(text, { kernel: new ForgetfulKernel(), heads: true, notable: false })).toEqual(read);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([false, true])('are told as if each had been read (warnings only: %s)', (notable) => {
    fc.assert(
      fc.property(fc.nat(LINES.length - 1), fc.nat(LINES.length - 1), fc.nat(), (main, other, seed) => {
        const lines = Array.from({ length: 160 }, (_, at) => varied(LINES[at % 11 === 7 ? other : main]!, seed + at));
        const text = `${lines.join('\n')}\n`;
        const read = recordsOf(text, { kernel: new ForgetfulKernel(), heads: false, notable });
        expect(recordsOf(text, { kernel: new PlainKernel(), heads: true, notable })).toEqual(read);
        expect(recordsOf(text, { kernel: new ForgetfulKernel(), heads: true, notable })).toEqual(read);
      }),
      { numRuns: 150 },
    );
  });
});
