/** What a byte of UTF-8 text can be to the mask, as bits. A token goes on while they are below `COLON`. */
export const BYTE = {
  DIGIT: 1,
  /** `a` … `f` in either case. */
  HEX: 2,
  /** A letter that no hexadecimal number has. */
  LETTER: 4,
  /** Marks that names and numbers have inside: `-`, `_`, `.`, `#`, `%` … Slashes and `@` are also of them. */
  JOIN: 8,
  SLASH: 16,
  AT: 32,
  COLON: 64,
  /** Brackets, quotes, commas, `=`, and what stands before a trace: they end every token. */
  MARK: 128,
  /** Bytes of letters beyond ASCII: words of languages, never parts of identifiers. */
  WIDE: 256,
  SPACE: 512,
} as const;

const MARKS = '=,()[]{}"\'|;<>\u0002';

function flagsOf(code: number): number {
  const character = String.fromCharCode(code);
  if (MARKS.includes(character)) return BYTE.MARK;
  if (code <= 32 || code === 127) return BYTE.SPACE;
  if (code >= 128) return BYTE.WIDE;
  if (/\d/u.test(character)) return BYTE.DIGIT;
  if (/[A-Fa-f]/u.test(character)) return BYTE.HEX;
  if (/[A-Za-z]/u.test(character)) return BYTE.LETTER;
  if (character === ':') return BYTE.COLON;
  if (character === '/' || character === '\\') return BYTE.JOIN | BYTE.SLASH;
  if (character === '@') return BYTE.JOIN | BYTE.AT;
  return BYTE.JOIN;
}

/** The bits of each of the 256 bytes. */
export const BYTE_FLAGS: Uint16Array = Uint16Array.from({ length: 256 }, (_, code) => flagsOf(code));
