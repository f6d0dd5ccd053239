import type { LogLevel } from '../types.ts';
import { FAILURE_PHRASES, FAILURE_WORDS, LEVEL_LETTERS, LEVEL_WORDS, SYSLOG_SEVERITIES } from './levels.data.ts';

const LONGEST = 13;

/** The level that a word of a level field names, or null. */
export function levelOf(word: string): LogLevel | null {
  if (word.length < 2 || word.length > LONGEST) return null;
  const lower = word.toLowerCase();
  return Object.hasOwn(LEVEL_WORDS, lower) ? (LEVEL_WORDS[lower] ?? null) : null;
}

/** The level that a field known to be one names: also letters (`E`) and syslog priorities (`3`). */
export function fieldLevel(text: string): LogLevel | null {
  const trimmed = text.trim();
  if (trimmed.length === 1) return LEVEL_LETTERS[trimmed.toUpperCase()] ?? SYSLOG_SEVERITIES[Number(trimmed)] ?? null;
  return levelOf(trimmed) ?? (/^\d+$/u.test(trimmed) ? numericLevel(Number(trimmed), '') : null);
}

/**
 * The level a number means. Keys named after a scale decide (`PRIORITY`, `levelno`, `SeverityNumber`); otherwise 0–7
 * are syslog severities and 10–60 the tens of bunyan and pino.
 */
export function numericLevel(value: number, key: string): LogLevel | null {
  const lower = key.toLowerCase();
  if (lower === 'severitynumber') return STEPS[Math.floor((value - 1) / 4)] ?? null;
  if (lower === 'levelno') return STEPS[Math.floor(value / 10)] ?? null;
  if (value >= 10) return STEPS[Math.floor(value / 10) - 1] ?? null;
  return Number.isInteger(value) ? (SYSLOG_SEVERITIES[value] ?? null) : null;
}

const STEPS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warning', 'error', 'fatal'];

/** Level of a syslog priority number (facility × 8 + severity). */
export function priorityLevel(priority: number): LogLevel | null {
  return SYSLOG_SEVERITIES[priority % 8] ?? null;
}

const HEAD = 90;
const MARKED =
  /(?:^|[\s[(])(?:error|fatal|panic|exception|critical)\s?(?:\[[^\]]*\])?:(?!\s*(?:0|none|null|nil|false)\b)/iu;
const CLASS_FIRST = /^(?:[\w$]+\.)*[A-Z][\w$]*(?:Exception|Error|Panic|Fault)\b/u;

/** Whether a record without a level field tells of a failure, by the words at its head. */
export function soundsLikeFailure(text: string): boolean {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  const first = /^[\s[("'*]*([A-Za-z-]+)/u.exec(head)?.[1]?.toLowerCase();
  if (first !== undefined && FAILURE_WORDS.has(first)) return true;
  if (MARKED.test(head) || CLASS_FIRST.test(head)) return true;
  const lower = head.toLowerCase();
  return FAILURE_PHRASES.some((phrase) => lower.includes(phrase));
}
