/** Words behind a number that tell its unit. They go with it: a program that prints sizes for people changes both. */
export const UNIT_WORDS: readonly string[] = [
  'B KB kB MB GB TB KiB MiB GiB TiB K M G byte bytes',
  'ns us ms s sec secs second seconds millis milliseconds',
  'min mins minute minutes h hr hour hours day days',
].flatMap((line) => line.split(' '));

/** Words of a date in front of its numbers. */
export const DATE_WORDS: readonly string[] =
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** Words that are a value wherever they stand. */
export const LITERAL_WORDS: readonly string[] =
  'true false True False TRUE FALSE null NULL nil None undefined NaN'.split(' ');

/** Keys whose value tells what happened, so that it stays in the pattern: `event=cache_miss`. */
export const TELLING_KEYS: readonly string[] = [
  'msg message event type kind action op operation method',
  'err error exception reason cause code status state result level severity title description detail details',
].flatMap((line) => line.split(' '));

/** Words in front of a route of an HTTP request. Routes are few and tell what failed, so they stay, without their ids. */
export const REQUEST_METHODS: readonly string[] = 'GET PUT POST HEAD PATCH DELETE OPTIONS'.split(' ');

/** Endings of source files: `pool.go:131` names a place in the program and is no host with a port. */
export const SOURCE_ENDINGS: readonly string[] =
  'c cc cpp h hpp cs go java js kt php pl py rb rs scala swift ts tsx erl ex exs lua m mjs'.split(' ');
