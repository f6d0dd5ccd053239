import type { Finding } from '#core/errors';
import { formatDuration } from '#core/time';

import type { Arranged } from './arrange-events.ts';
import { isChat } from './event-kinds.data.ts';
import { SKEW_EVIDENCE, SKEW_FROM, SKEW_RECORDS, TRACE, ZONE_STEP } from './skew.data.ts';

/** One fact in up to two files: when each tells it first (epoch milliseconds). Plain values, because there are many. */
interface Telling {
  readonly file: string;
  readonly epoch: number;
  other: string | null;
  otherEpoch: number;
  /** True where a third file tells it, too. */
  common: boolean;
}

/**
 * Finds pairs of files whose clocks seem to differ: facts that both tell (by key or by the id of a request) have times
 * with a constant difference. Only a finding: nothing is shifted without being declared.
 */
export function suspectSkew(arranged: Arranged): Finding[] {
  const differences = new Map<string, { files: [string, string]; gaps: number[] }>();
  for (const { file, epoch, other, otherEpoch, common } of tellingsOf(arranged)) {
    if (other === null || common) continue;
    const files: [string, string] = file < other ? [file, other] : [other, file];
    const name = files.join('\n');
    const pair = differences.get(name) ?? { files, gaps: [] };
    pair.gaps.push(file < other ? epoch - otherEpoch : otherEpoch - epoch);
    differences.set(name, pair);
  }
  return [...differences]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { files, gaps }]) => skewFinding(files, gaps) ?? []);
}

function tellingsOf({ events, timed, epochs }: Arranged): Iterable<Telling> {
  const tellings = new Map<string, Telling>();
  const seen = new Map<string, number>();
  for (let position = 0; position < timed; position += 1) {
    const { source, key, at } = events[position]!;
    const count = (seen.get(source.file) ?? 0) + 1;
    if (count > SKEW_RECORDS || at.precision !== 'second' || isChat(source.format)) continue;
    seen.set(source.file, count);
    if (key !== undefined) tell(tellings, key, { file: source.file, epoch: epochs[position]! });
    else
      for (const id of source.raw.slice(0, 1000).match(TRACE) ?? [])
        tell(tellings, id, { file: source.file, epoch: epochs[position]! });
  }
  return tellings.values();
}

function tell(tellings: Map<string, Telling>, id: string, { file, epoch }: Pick<Telling, 'file' | 'epoch'>): void {
  const known = tellings.get(id);
  if (known === undefined) tellings.set(id, { file, epoch, other: null, otherEpoch: 0, common: false });
  else if (known.file === file || known.other === file) return;
  else if (known.other === null) {
    known.other = file;
    known.otherEpoch = epoch;
  } else known.common = true;
}

function skewFinding([a, b]: readonly [string, string], gaps: readonly number[]): Finding | null {
  const sorted = gaps.toSorted((x, y) => x - y);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const agreeing = gaps.filter((gap) => Math.abs(gap - middle) <= SKEW_EVIDENCE.spread).length;
  const enough = gaps.length >= SKEW_EVIDENCE.facts && agreeing >= SKEW_EVIDENCE.share * gaps.length;
  if (!enough || Math.abs(middle) < SKEW_FROM) return null;
  const [ahead, behind] = middle > 0 ? [a, b] : [b, a];
  const seconds = Math.round(Math.abs(middle) / 1000);
  const rest = Math.abs(middle) % ZONE_STEP;
  const isZone = Math.abs(middle) > ZONE_STEP - 60_000 && Math.min(rest, ZONE_STEP - rest) < 60_000;
  return {
    code: 'clock-skew-suspected',
    severity: 'warning',
    message: `${ahead} is ${formatDuration(seconds)} ahead of ${behind} for ${String(agreeing)} of ${String(gaps.length)} facts that both tell.`,
    place: { file: ahead },
    help: isZone
      ? 'Whole half hours are rather a time zone that one of them does not state: give the zone of that file.'
      : `If its clock is wrong, declare it (skew of ${ahead}: +${String(seconds)} s); nothing is shifted by itself.`,
  };
}
