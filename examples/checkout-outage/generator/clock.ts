const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Berlin is one hour ahead of UTC on both days of the story (summer time starts on 29 March 2026). */
const BERLIN_OFFSET_MS = 3_600_000;

/** Epoch milliseconds of a UTC clock time: `13:21:17.412` is on Tuesday, `Mon 14:05:09` on the Monday before. */
export function at(clock: string): number {
  const monday = clock.startsWith('Mon ');
  const time = monday ? clock.slice(4) : clock;
  const epoch = Date.parse(`2026-03-${monday ? '16' : '17'}T${time}Z`);
  if (Number.isNaN(epoch)) throw new Error(`"${clock}" is not a clock time of the story.`);
  return epoch;
}

/** `2026-03-17T13:21:17Z`; `digits` adds a fraction of a second (milliseconds, then zeros). */
export function iso(epoch: number, digits = 0): string {
  const [head = '', rest = ''] = new Date(epoch).toISOString().split('.');
  return digits === 0 ? `${head}Z` : `${head}.${rest.slice(0, 3).padEnd(digits, '0').slice(0, digits)}Z`;
}

/** `2026-03-17 14:21:17.412`: local time in Berlin without a zone, as Logback writes it by default. */
export function berlinLocal(epoch: number): string {
  return new Date(epoch + BERLIN_OFFSET_MS).toISOString().replace('T', ' ').slice(0, 23);
}

/** `Tue Mar 17 14:21:17 2026 +0100`: a date as `git log` prints it, in the committer's own zone. */
export function gitDate(epoch: number, offsetHours: number): string {
  const local = new Date(epoch + offsetHours * 3_600_000);
  const clock = local.toISOString().slice(11, 19);
  const zone = `${offsetHours < 0 ? '-' : '+'}${String(Math.abs(offsetHours)).padStart(2, '0')}00`;
  return `${WEEKDAYS[local.getUTCDay()]} ${MONTHS[local.getUTCMonth()]} ${local.getUTCDate()} ${clock} ${local.getUTCFullYear()} ${zone}`;
}
