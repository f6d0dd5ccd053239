import { refuse } from '#core/errors';
import { formatInstant, instantToEpoch, isZone, parseInstant, resolveTime, type WrittenTime } from '#core/time';

/** A window as UTC instants. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
/** Instants that stand for an end that was not given. */
const OPEN: Window = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' };

/** A zone of the command line; refuses what is none. */
export function parseZone(option: string, zone: string): string {
  if (isZone(zone)) return zone;
  return refuse('option-invalid', { option, value: zone, expected: 'a zone as Europe/Berlin, CET, UTC or +02:00' });
}

/** The zone for all, and those of single files, of `--zone Europe/Berlin --zone db.log=UTC`. */
export function parseZones(values: readonly string[]): {
  readonly zone: string | undefined;
  readonly zones: ReadonlyMap<string, string>;
} {
  let forAll: string | undefined;
  const zones = new Map<string, string>();
  for (const value of values) {
    const [, file, zone] = /^(.+)=([^=]+)$/u.exec(value) ?? [];
    if (file === undefined || zone === undefined) forAll = parseZone('--zone', value);
    else zones.set(file, parseZone('--zone', zone));
  }
  return { zone: forAll, zones };
}

/** Seconds by source, of `--skew api=+42s --skew db=-1m30s`. */
export function parseSkew(values: readonly string[]): Map<string, number> {
  return new Map(
    values.map((value) => {
      const [, source, offset] = /^(.+)=([^=]+)$/u.exec(value) ?? [];
      const seconds = offset === undefined ? undefined : parseOffset(offset);
      if (source !== undefined && seconds !== undefined) return [source, seconds];
      return refuse('option-invalid', {
        option: '--skew',
        value,
        expected: 'a source and its offset, as api=+42s or db=-1m30s',
      });
    }),
  );
}

/** Seconds of `+42s`, `-1m30s`, `2h`, `1.5` (seconds). */
function parseOffset(text: string): number | undefined {
  const match = /^([+\-−]?)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/u.exec(text.trim());
  if (!match || !/\d/u.test(text)) return undefined;
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' || sign === '−' ? -total : total;
}

/** The window of `--from` and `--to`; undefined where neither is given, open at an end that is not. */
export function parseWindow(times: {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly zone: string;
}): Window | undefined {
  const { from, to, zone } = times;
  if (from === undefined && to === undefined) return undefined;
  const window = {
    from: from === undefined ? OPEN.from : instantOf('--from', from, zone),
    to: to === undefined ? OPEN.to : endOf(to, zone),
  };
  if (instantToEpoch(window.from) > instantToEpoch(window.to)) refuse('window-reversed', window);
  return window;
}

function instantOf(option: string, text: string, zone: string): string {
  return resolveOption(option, text, { zone }).instant;
}

/** A day ends at its midnight, a minute with its last second. */
function endOf(text: string, zone: string): string {
  const { instant, precision } = resolveOption('--to', text, { zone });
  const length = { day: DAY_MS, hour: 3_600_000, minute: 60_000, second: 1000, unknown: 1000 }[precision];
  return formatInstant(instantToEpoch(instant) + length - 1);
}

/** The instant of a time on the command line; refuses what is none. */
export function resolveOption(
  option: string,
  text: string,
  context: { readonly zone: string; readonly day?: string },
): WrittenTime & { readonly instant: string } {
  const epoch = parseInstant(text);
  const time = resolveTime(text, { ...context, zoneStated: true });
  const instant = epoch === null ? time.instant : formatInstant(epoch);
  if (instant !== null) return { ...time, instant };
  const expected = 'a time with its day, as 2026-02-23T08:15Z or "2026-02-23 08:15"';
  return refuse('option-invalid', { option, value: text, expected });
}
