import { exceptionClasses } from './trace.ts';

const MOST_NAMES = 16;
const SCANNED = 1500;
/** Host names, paths, source files, quoted identifiers: what a change and an error can both name. */
const NAMES =
  /(?<host>\b[a-z][\w-]*(?:\.[a-z][\w-]*){1,5}(?::\d{2,5})?\b|\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?::\d{2,5})?\b)|(?<path>(?<![\w:/])\/[A-Za-z_][\w.-]*(?:\/[\w.{}:-]+)*|\b[\w-]+(?:\/[\w.-]+)+\.\w{1,5}\b|\b\w+\.(?:java|py|go|rb|js|ts|rs|cs|php|kt)(?=:\d+))|["'`](?<quoted>[A-Za-z_][\w.:/-]{2,60})["'`]/gu;

/**
 * What an error names: exception classes first, then hosts, paths, source files and quoted identifiers of its text,
 * and classes of its trace. Each once, at most sixteen.
 */
export function eventNames(text: string, details: string | undefined): string[] {
  const names = new Set(exceptionClasses(text));
  if (details !== undefined) for (const name of exceptionClasses(details)) names.add(name);
  const head = text.length > SCANNED ? text.slice(0, SCANNED) : text;
  for (const match of head.matchAll(NAMES)) {
    if (names.size >= MOST_NAMES) break;
    const { host, path, quoted } = match.groups ?? {};
    if (host === undefined || !isRandom(host)) names.add(trimmed(host ?? path ?? quoted ?? ''));
  }
  names.delete('');
  return [...names].slice(0, MOST_NAMES);
}

/** Parts of identifiers that nothing else names: `e9f4-11e8-9739-2dfe598c3fcd`. */
function isRandom(name: string): boolean {
  return name.split(/[-.:]/u).filter((part) => /^(?=.*[a-z])(?=.*\d)[a-z\d]{4,}$|^\d+$/u.test(part)).length >= 2;
}

function trimmed(name: string): string {
  return name.replace(/[.:/-]+$/u, '');
}
