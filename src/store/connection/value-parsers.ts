import pg from 'pg';

type Parse = (text: string) => unknown;

const { INT8, DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL } = pg.types.builtins;

/** Object ids of the array types, which the driver does not name. */
const ARRAY_OF = { int8: 1016, timestamp: 1115, date: 1182, timestamptz: 1185, interval: 1187, text: 1009 } as const;

const SESSION_TIME =
  /^(?<day>\d{4,6}-\d\d-\d\d) (?<clock>\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,6}))?(?<offset>[+-][\d:]+)$/u;

/** `int8` as a number; one that a number cannot hold exactly is a bug and throws. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for an exact number.`);
  return value;
}

/** `timestamptz` as `2026-03-04T10:00:00.000Z`; microseconds are cut off, `infinity` and years before 1 stay as they are. */
function parseInstant(text: string): string {
  const parts = SESSION_TIME.exec(text)?.groups;
  if (parts === undefined) return text;
  const { day = '', clock = '', fraction = '', offset = '' } = parts;
  const iso = `${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}`;
  if (/^\+00(?::?00)*$/u.test(offset)) return `${iso}Z`;
  return new Date(`${iso}${offset.length === 3 ? `${offset}:00` : offset}`).toISOString();
}

// The driver's own types allow only the ids that they name.
const driverParser = pg.types.getTypeParser as (id: number, format?: unknown) => unknown;

const asWritten: Parse = (text) => text;

const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [INT8, parseInteger],
  [TIMESTAMPTZ, parseInstant],
  [DATE, asWritten],
  [TIMESTAMP, asWritten],
  [INTERVAL, asWritten],
  [ARRAY_OF.int8, arrayOf(parseInteger)],
  [ARRAY_OF.timestamptz, arrayOf(parseInstant)],
  [ARRAY_OF.date, arrayOf(asWritten)],
  [ARRAY_OF.timestamp, arrayOf(asWritten)],
  [ARRAY_OF.interval, arrayOf(asWritten)],
]);

/** How values of the database become values of the program; everything not named here is left to the driver. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: unknown): Parse {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? (driverParser(id, format) as Parse);
  },
};

function arrayOf(parse: Parse): Parse {
  const split = driverParser(ARRAY_OF.text) as (text: string) => unknown[];
  const each = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(each);
    return typeof item === 'string' ? parse(item) : item;
  };
  return (text) => split(text).map(each);
}
