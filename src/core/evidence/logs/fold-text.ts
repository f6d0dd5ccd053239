import {
  HOST_ENDINGS,
  MONTH_WORDS,
  PACKAGE_STARTS,
  SHORT_HOST_ENDINGS,
  UNITS,
  WEEKDAY_WORDS,
} from './fold-words.data.ts';

/** What stands for a part that varies. */
export const WILD = '<*>';

/** Longer messages are compared by their head. */
const LONGEST = 600;

/**
 * The template of a message: numbers, ids, addresses, URLs, e-mail addresses, times, durations and quoted strings
 * with digits become `<*>`, blanks become one blank. Made by walking over the text once, without knowledge of the
 * program that wrote it. Equal templates are the same kind of message. Idempotent.
 */
export function foldText(text: string): string {
  const source = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  let out = '';
  let at = 0;
  const end = source.length;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === 34 || code === 39 || code === 96) {
      const close = closingQuote(source, at);
      if (close !== -1 && hasDigit(source, at + 1, close)) {
        out += source.charAt(at) + WILD + source.charAt(at);
        at = close + 1;
        continue;
      }
    }
    if (isTokenCode(code)) {
      const stop = tokenEnd(source, at);
      out = addToken(out, source.slice(at, stop));
      at = stop;
      continue;
    }
    const blank = code <= 32 || code === 160;
    if (!blank) out += source.charAt(at);
    else if (out !== '' && !out.endsWith(' ')) out += ' ';
    at += 1;
  }
  return out.trimEnd();
}

/** Characters of a token; brackets, quotes, commas, `=`, `/` and the like end it. */
function isTokenCode(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true;
  // # $ % + - . : @ _ ~ and everything beyond ASCII
  return (
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code === 58 ||
    code === 64 ||
    code === 35 ||
    code === 36 ||
    code === 37 ||
    code === 43 ||
    code === 126 ||
    code > 160
  );
}

function tokenEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isTokenCode(text.charCodeAt(at))) at += 1;
  // An URL is one token: its slashes are not separators.
  if (text.startsWith('://', at - 1) && at - 1 > from) return urlEnd(text, at);
  return at;
}

function urlEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 34 || code === 39 || code === 62 || code === 41 || code === 93 || code === 44) break;
    at += 1;
  }
  return at;
}

function closingQuote(text: string, open: number): number {
  const before = open === 0 ? 32 : text.charCodeAt(open - 1);
  // An apostrophe inside a word opens nothing.
  if (isTokenCode(before) && before !== 58) return -1;
  const close = text.indexOf(text.charAt(open), open + 1);
  return close - open > 200 ? -1 : close;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Adds a token, variable or not; variable ones that follow each other become one. */
function addToken(out: string, token: string): string {
  // The number before it stands for number and unit.
  if (UNITS.has(token) && out.endsWith(`${WILD} `)) return out.slice(0, -1);
  const masked = maskToken(token);
  const bare = masked.endsWith(':') || masked.endsWith('.') ? masked.slice(0, -1) : masked;
  if (bare !== WILD) return out + masked;
  const tail = masked.slice(WILD.length);
  const joined = dropDateWords(out);
  if (joined.endsWith(`${WILD} `)) return joined.slice(0, -1) + tail;
  if (joined.endsWith(`${WILD}, `)) return joined.slice(0, -2) + tail;
  if (joined.endsWith(`${WILD},`)) return joined.slice(0, -1) + tail;
  return joined + masked;
}

/** `Sat Jul <*>` is one time. */
function dropDateWords(out: string): string {
  if (!out.endsWith(' ')) return out;
  let kept = out;
  for (let count = 0; count < 2; count += 1) {
    const space = kept.lastIndexOf(' ', kept.length - 2);
    const word = kept.slice(space + 1, -1);
    if (!MONTH_WORDS.has(word) && !(count === 1 && WEEKDAY_WORDS.has(word))) break;
    kept = kept.slice(0, space + 1);
  }
  return kept;
}

function maskToken(token: string): string {
  if (token.length > 6 && token.includes('://')) return WILD + trailing(token);
  if (!hasDigit(token, 0, token.length)) {
    return isHost(token) || isMail(token) ? WILD + trailing(token) : token;
  }
  if (isMail(token) || isHost(token)) return WILD + trailing(token);
  return maskParts(token);
}

function trailing(token: string): string {
  const last = token.charAt(token.length - 1);
  return last === ':' || last === '.' ? last : '';
}

function isMail(token: string): boolean {
  const at = token.indexOf('@');
  return at > 0 && token.indexOf('.', at) > at + 1 && at < token.length - 3;
}

/** `proxy.example.net:5070`: labels with an ending that names a network, unless they are a package name. */
function isHost(token: string): boolean {
  const colon = token.indexOf(':');
  const name =
    colon === -1 && token.endsWith('.') ? token.slice(0, -1) : token.slice(0, colon === -1 ? token.length : colon);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return false;
  const ending = name.slice(dot + 1);
  const long = name.indexOf('.') < dot || (colon !== -1 && colon < token.length - 1);
  if (!HOST_ENDINGS.has(ending) && !(long && SHORT_HOST_ENDINGS.has(ending))) return false;
  return /^[A-Za-z\d.-]+$/u.test(name) && !PACKAGE_STARTS.has(name.slice(0, name.indexOf('.')));
}

/**
 * Masks from the first varying part of a token to the last, so that `attempt_14451_0020_m_000009_0` is
 * `attempt_<*>` and `msra-sa-41:8030` is `msra-sa-<*>`.
 */
function maskParts(token: string): string {
  let first = -1;
  let last = -1;
  let at = 0;
  while (at < token.length) {
    const start = at;
    while (at < token.length && isWordCode(token.charCodeAt(at))) at += 1;
    if (at > start && varies(token, start, at)) {
      if (first === -1) first = start;
      last = at;
    } else if (at - start > 4) {
      const digits = numberedFrom(token, start, at);
      if (digits !== -1) {
        if (first === -1) first = digits;
        last = at;
      }
    }
    if (at === start) at += 1;
  }
  if (first === -1) return token;
  // A sign, a hash or a point in front belongs to the number.
  while (first > 0 && '+-.#$~'.includes(token.charAt(first - 1)) && startsNumber(token, first - 1)) first -= 1;
  const rest = token.slice(last);
  return token.slice(0, first) + WILD + (rest === '%' ? '' : rest);
}

/** `subdir34`, `worker3`: where the number behind a word of four letters or more begins; −1 for other parts. */
function numberedFrom(token: string, start: number, end: number): number {
  let at = end;
  while (at > start && token.charCodeAt(at - 1) >= 48 && token.charCodeAt(at - 1) <= 57) at -= 1;
  return at < end && at - start >= 4 ? at : -1;
}

/** A minus after a letter is a hyphen; anywhere else it is a sign. */
function startsNumber(token: string, at: number): boolean {
  return at === 0 || !isWordCode(token.charCodeAt(at - 1)) || token.charCodeAt(at - 1) === 95;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 160;
}

/**
 * Whether one part between punctuation varies: it begins with a digit, is a hexadecimal id, holds a number of three
 * or more digits, or mixes letters and digits as random names do. `jk2`, `ipv4`, `sha256` and `utf8` do not vary.
 */
function varies(token: string, start: number, end: number): boolean {
  const first = token.charCodeAt(start);
  if (first >= 48 && first <= 57) return true;
  let digits = 0;
  let switches = 0;
  let hex = true;
  let digitBefore = false;
  for (let at = start; at < end; at += 1) {
    const code = token.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    if (digit) digits += 1;
    else if (!isHexLetter(code)) hex = false;
    if (at > start && digit !== digitBefore) switches += 1;
    digitBefore = digit;
  }
  if (digits === 0) return false;
  const length = end - start;
  if (hex && length >= 6) return true;
  return switches >= 3 || digits >= 4 || (switches >= 2 && length >= 16);
}

function isHexLetter(code: number): boolean {
  return (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}
