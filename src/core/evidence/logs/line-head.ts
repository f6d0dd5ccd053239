import type { LogLevel } from '../types.ts';
import { levelOf } from './level.ts';
import { PROSE_LEVEL_WORDS } from './levels.data.ts';

/** What stands between the time of a line and its message. */
export interface LineHead {
  readonly level: LogLevel | null;
  /** Class, module or file that wrote the line. */
  readonly logger: string | null;
  /** A service named before the level, as in a collected log of several. */
  readonly service: string | null;
  /** Where the message begins. */
  readonly messageAt: number;
}

const MOST_TOKENS = 8;
const LONGEST_BRACKET = 300;
const LOGGER = /[\w$@/#<>~-]+(?:(?:\.|::|:|\/|\$)[\w$<>@~-]+)*(?:\[[^\][\s]{0,60}\])?(?:\([^()\s]{0,60}\))?/y;
const CODE_NAME = /[._$/@:]|[a-z][A-Z]|\d/u;

/**
 * Reads the head of a line of any program, from just behind its time: punctuation, `[thread]`, process numbers, the
 * level and the logger, in any order that a logging library has. Where no level is found, nothing is taken for head
 * but punctuation: what is not understood stays in the message. `before` is a level that stands before the time.
 */
export function readLineHead(line: string, from: number, before: LogLevel | null = null): LineHead {
  const start = skipPunctuation(line, from);
  const found = before === null ? findLevel(line, start) : { level: before, logger: null, service: null, at: start };
  if (found === null) return { level: null, logger: null, service: null, messageAt: start };
  const { level, logger: early, service, at } = found;
  if (early !== null) return { level, logger: early, service, messageAt: skipBrackets(line, at) };
  const afterBrackets = skipBrackets(line, skipProcess(line, at));
  const logger = loggerAt(line, afterBrackets);
  if (logger === null) return { level, logger: null, service, messageAt: afterBrackets };
  return { level, logger: logger.name, service, messageAt: skipPunctuation(line, logger.end) };
}

const PROCESS = /\d+ -{2,3} /y;

/** Spring Boot: `12345 --- [app] [main] c.e.Checkout : `. */
function skipProcess(line: string, at: number): number {
  PROCESS.lastIndex = at;
  return PROCESS.test(line) ? PROCESS.lastIndex : at;
}

interface FoundLevel {
  readonly level: LogLevel;
  readonly logger: string | null;
  readonly service: string | null;
  readonly at: number;
}

/** The first level word among the first tokens, as long as all tokens before it look like a head, not like prose. */
function findLevel(line: string, start: number): FoundLevel | null {
  let at = start;
  let logger: string | null = null;
  let service: string | null = null;
  for (let count = 0; count < MOST_TOKENS && at < line.length; count += 1) {
    const end = tokenEnd(line, at);
    const token = line.slice(at, end);
    const word = bare(token);
    const level = levelIn(word);
    if (level !== null && isMarked(word, { line, at, end })) {
      const alone = end >= line.length && /^[A-Za-z]?[a-z]+$/u.test(word);
      const keep = alone || isProse(word, line.slice(end - 1, end + 2));
      return { level, logger, service, at: keep ? at : skipPunctuation(line, end) };
    }
    const letter = letterLevel(word, { line, at, end, count });
    if (letter !== null) return { level: letter, logger, service, at: skipPunctuation(line, end) };
    if (!looksLikeHead(token, line.slice(end, end + 3))) return null;
    if (/^[A-Za-z_][\w$]*(?:[.$/:]+[\w$-]+)+$/u.test(word)) logger = word;
    if (isServiceName(word)) service = word;
    at = skipPunctuation(line, end);
  }
  return null;
}

/** `checkout-api`, `payments-service`; names of threads have numbers or say that they are threads. */
function isServiceName(word: string): boolean {
  return (
    /^[a-z]+(?:-[a-z]+){1,4}$/u.test(word) &&
    !/(?:^|-)(?:thread|exec|pool|worker|nio|main|handler|timer|dispatcher)(?:-|$)/u.test(word)
  );
}

/** `ERROR`, `[warn ]`; `core:error` as Apache writes it, `app.ERROR` as Monolog, `ERROR/MainProcess` as Celery. */
function levelIn(word: string): LogLevel | null {
  const direct = levelOf(word);
  if (direct !== null) return direct;
  const parts = /^(?:[\w-]+:([A-Za-z]+)|[\w-]+\.([A-Z]+)|([A-Z]+)\/\w[\w-]*)$/u.exec(word);
  return parts === null ? null : levelOf(parts[1] ?? parts[2] ?? parts[3] ?? '');
}

interface TokenPlace {
  readonly line: string;
  readonly at: number;
  readonly end: number;
}

/** Capitals, brackets, a colon, a bar or a double space mark a level; words of prose need one of the marks. */
function isMarked(word: string, { line, at, end }: TokenPlace): boolean {
  const open = line.charCodeAt(at);
  if (open === 91 || open === 40 || open === 60) return true;
  const behind = line.slice(end - 1, end + 2);
  if (/^(?::|.?:|.?\s?\||.\s{2}|.?\t|.?,|.?;|.\])/u.test(behind) || end >= line.length) return true;
  return word === word.toUpperCase() || !PROSE_LEVEL_WORDS.has(word.toLowerCase());
}

/** `error opening file`, `Fatal error: …`: the word is a level and part of the sentence. */
function isProse(word: string, behind: string): boolean {
  return /^[A-Za-z]?[a-z]+$/u.test(word) && /^[a-z] [a-z]/u.test(behind) && !ABBREVIATIONS.test(word);
}

const ABBREVIATIONS = /^(?:info|debug|warn|trace|err|dbg|inf|wrn)$/u;

/** One letter behind numbers (`1702  2395 D Tag: …`), before a bar (`E | etcdserver: …`) or capitals (`I NETWORK …`). */
function letterLevel(word: string, { line, at, end, count }: TokenPlace & { readonly count: number }): LogLevel | null {
  if (word.length !== 1 || !'VDIWEF'.includes(word)) return null;
  const bracketed = line.charCodeAt(at) === 91;
  if (!bracketed && count === 0 && !/^ (?:\||[A-Z]{2,} )/u.test(line.slice(end, end + 20))) return null;
  if (line.charCodeAt(end) !== 32 && !bracketed) return null;
  return word === 'V' ? 'trace' : levelOf({ D: 'debug', I: 'info', W: 'warn', E: 'error', F: 'fatal' }[word] ?? '');
}

/** Numbers, ids, capitals, `[…]`, dotted names, or a name with a separator behind it. */
function looksLikeHead(token: string, behind: string): boolean {
  if (/^[[({<]/u.test(token)) return true;
  if (/[\])]:?$/u.test(token) && /^[#\w.:-]+[\])]:?$/u.test(token)) return true;
  if (/^[-\w.:#@/$+*=]+[,;:]?$/u.test(token) && !/^[A-Za-z]?[a-z']+[,;:]?$/u.test(token)) return true;
  return /^[\w.-]+$/u.test(token) && /^(?: - | ?\||\t)/u.test(behind);
}

/** Reads over blanks, dashes, bars, colons and closing brackets. */
function skipPunctuation(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    const blank = code === 32 || code === 9;
    const mark = code === 124 || code === 93 || code === 41 || code === 44 || code === 59 || code === 0x2014;
    const spaced = (code === 45 || code === 58 || code === 62) && endsToken(line, at + 1);
    if (!blank && !mark && !spaced) return at;
    at += 1;
  }
  return at;
}

function endsToken(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return at >= line.length || code === 32 || code === 9 || code === 45 || code === 58 || code === 124;
}

/** End of the token at `at`: a bracket group as a whole, else up to the next blank or bar. */
function tokenEnd(line: string, at: number): number {
  if (line.charCodeAt(at) === 91) {
    const close = closingBracket(line, at);
    if (close !== -1) return close + 1;
  }
  let end = at;
  while (end < line.length) {
    const code = line.charCodeAt(end);
    if (code === 32 || code === 9 || code === 124 || code === 44 || code === 59) break;
    end += 1;
    if (code === 93 && line.charCodeAt(end) === 91) break;
  }
  return Math.max(end, at + 1);
}

function closingBracket(line: string, at: number): number {
  let depth = 0;
  const stop = Math.min(line.length, at + LONGEST_BRACKET);
  for (let index = at; index < stop; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 91) depth += 1;
    else if (code === 93) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

function bare(token: string): string {
  return token.replace(/^[[(<"]\s*/u, '').replace(/\s*[\])>":,;]*$/u, '');
}

/** A thread in brackets that a separator or a logger follows is head; other brackets belong to the message. */
function skipBrackets(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 91) {
    const close = closingBracket(line, at);
    if (close === -1) return at;
    const next = line.charCodeAt(close + 1);
    const behind = skipPunctuation(line, close + 1);
    const separated = next === 91 || next === 58 || /^ ?[-:|]/u.test(line.slice(close + 1, close + 3));
    if (!separated && line.charCodeAt(behind) !== 91 && loggerAt(line, behind) === null) return at;
    at = behind;
  }
  return at;
}

/** `org.apache.hadoop.ipc.Client:`, `c.e.Checkout   :`, `my_crate::pool:`, `app.module -`, `main.go:12`. */
function loggerAt(line: string, at: number): { readonly name: string; readonly end: number } | null {
  LOGGER.lastIndex = at;
  const match = LOGGER.exec(line);
  if (match === null) return null;
  const name = match[0];
  const end = LOGGER.lastIndex;
  const behind = line.slice(end, end + 12);
  if (!CODE_NAME.test(name) || /^\d[\d.:]*$/u.test(name) || name.startsWith('/')) return null;
  if (/^:(?:\s|$)|^\s+[-:|]\s|^\t|^ - |^:[^\d/]|^\]|^\|/u.test(behind)) return { name, end: end + 1 };
  if (/^\s*\[/u.test(behind) && name.includes('.')) return { name, end };
  return /\.(?:go|java|py|rb|js|ts|rs|c|cc|cpp|cs|kt|php):\d+$/u.test(name) ? { name, end } : null;
}
