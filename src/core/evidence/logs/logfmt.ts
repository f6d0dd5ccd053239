const TIME = /(?:^|\s)(?:time|ts|t|timestamp|@timestamp|datetime|at_time)=/u;

/** Whether a line can be logfmt with a time: a pair stands at its head and one of its keys is a time. */
export function looksLikeLogfmt(line: string): boolean {
  const equals = line.indexOf('=');
  return equals > 0 && equals <= 40 && TIME.test(line);
}

/** The pairs of a logfmt line, or null if the text is something else (a word that is no pair ends it). */
export function parseLogfmt(text: string): Record<string, string> | null {
  if (!/^[\w.@/-]+=/u.test(text)) return null;
  const pairs: [string, string][] = [];
  let at = 0;
  while (at < text.length) {
    const space = skipBlanks(text, at);
    if (space >= text.length) break;
    const pair = pairAt(text, space);
    if (pair === null) return null;
    pairs.push([pair.key, pair.value]);
    at = pair.end;
  }
  return pairs.length < 2 ? null : Object.fromEntries(pairs);
}

const KEY = /[\w.@/:-]+/y;

function pairAt(
  text: string,
  start: number,
): { readonly key: string; readonly value: string; readonly end: number } | null {
  KEY.lastIndex = start;
  const key = KEY.exec(text)?.[0];
  if (key === undefined) return null;
  const sign = start + key.length;
  if (text.charCodeAt(sign) !== 61) return endsPair(text, sign) ? { key, value: 'true', end: sign } : null;
  if (text.charCodeAt(sign + 1) !== 34) {
    const end = valueEnd(text, sign + 1);
    return { key, value: text.slice(sign + 1, end), end };
  }
  const close = quoteEnd(text, sign + 2);
  return close === -1 ? null : { key, value: unescaped(text.slice(sign + 2, close)), end: close + 1 };
}

function endsPair(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === 32;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function valueEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 32) at += 1;
  return at;
}

/** End of a quoted value: the next quote with an even number of backslashes before it. */
function quoteEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(.)/gsu, (_, letter: string) => ESCAPES[letter] ?? letter) : text;
}
