/** What a byte of UTF-8 text can be to the mask. The order matters: a token goes on while its bytes are at most `JOIN`. */
export const BYTE_KIND = {
  /** A letter that no hexadecimal number has. */
  LETTER: 0,
  /** `a` … `f` in either case. */
  HEX: 1,
  DIGIT: 2,
  /** Marks that names and numbers have inside: `-`, `_`, `.`, `/`, `@` … */
  JOIN: 3,
  COLON: 4,
  /** Brackets, quotes, commas, `=`: they end every token. */
  MARK: 5,
  /** Bytes of letters beyond ASCII: words of languages, never parts of identifiers. */
  WIDE: 6,
  SPACE: 7,
} as const;

const MARKS = '=,()[]{}"\'|;<>';

function kindOf(code: number): number {
  if (code <= 32 || code === 127) return BYTE_KIND.SPACE;
  if (code >= 128) return BYTE_KIND.WIDE;
  const character = String.fromCharCode(code);
  if (/\d/u.test(character)) return BYTE_KIND.DIGIT;
  if (/[A-Fa-f]/u.test(character)) return BYTE_KIND.HEX;
  if (/[A-Za-z]/u.test(character)) return BYTE_KIND.LETTER;
  if (character === ':') return BYTE_KIND.COLON;
  return MARKS.includes(character) ? BYTE_KIND.MARK : BYTE_KIND.JOIN;
}

/** The kind of each of the 256 bytes. */
export const BYTE_KINDS: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => kindOf(code));

/** Words behind a number that tell its unit. They go with it: a program that prints sizes for people changes both. */
export const UNIT_WORDS: readonly string[] = [
  'B KB kB MB GB TB KiB MiB GiB TiB K M G byte bytes',
  'ns us ms s sec secs second seconds millis milliseconds',
  'min mins minute minutes h hr hour hours day days',
].flatMap((line) => line.split(' '));

/** Words of a date in front of its numbers. */
export const DATE_WORDS: readonly string[] =
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** Words in front of a route of an HTTP request. Routes are few and tell what failed, so they stay, without their ids. */
export const REQUEST_METHODS: readonly string[] = 'GET PUT POST HEAD PATCH DELETE OPTIONS'.split(' ');

/** Endings of source files: `pool.go:131` names a place in the program and is no host with a port. */
export const SOURCE_ENDINGS: readonly string[] =
  'c cc cpp h hpp cs go java js kt php pl py rb rs scala swift ts tsx erl ex exs lua m mjs'.split(' ');
