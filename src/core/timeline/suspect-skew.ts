import type { Finding } from '#core/errors';
import { formatDuration } from '#core/time';

import type { Arranged } from './arrange-events.ts';
import { isChat } from './event-kinds.data.ts';
import { SKEW_EVIDENCE, SKEW_FROM, SKEW_RECORDS, TRACE, ZONE_STEP } from './skew.data.ts';

/** Time of one fact (epoch milliseconds) in each file that tells it. */
type Tellings = Map<string, number>;

/**
 * Finds pairs of files whose clocks seem to differ: facts that both tell (by key or by the id of a request) have times
 * with a constant difference. Only a finding: nothing is shifted without being declared.
 */
export function suspectSkew(arranged: Arranged): Finding[] {
  const differences = new Map<string, { files: [string, string]; gaps: number[] }>();
  for (const telling of tellingsOf(arranged)) {
    const entries = [...telling].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const [first, second] = entries;
    if (entries.length !== 2 || first === undefined || second === undefined) continue;
    const name = `${first[0]}\n${second[0]}`;
    const pair = differences.get(name) ?? { files: [first[0], second[0]], gaps: [] };
    pair.gaps.push(first[1] - second[1]);
    differences.set(name, pair);
  }
  return [...differences]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { files, gaps }]) => skewFinding(files, gaps) ?? []);
}

function tellingsOf({ events, timed, epochs }: Arranged): Iterable<Tellings> {
  const tellings = new Map<string, Tellings>();
  const seen = new Map<string, number>();
  for (let position = 0; position < timed; position += 1) {
    const { source, key, at } = events[position]!;
    const count = (seen.get(source.file) ?? 0) + 1;
    if (count > SKEW_RECORDS || at.precision !== 'second' || isChat(source.format)) continue;
    seen.set(source.file, count);
    const ids = key === undefined ? (source.raw.slice(0, 1000).match(TRACE) ?? []) : [key];
    for (const id of ids) {
      const telling: Tellings = tellings.get(id) ?? new Map<string, number>();
      if (!telling.has(source.file)) telling.set(source.file, epochs[position]!);
      tellings.set(id, telling);
    }
  }
  return tellings.values();
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
