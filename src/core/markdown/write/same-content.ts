import type { Postmortem } from '#core/record';

import { getAt, leavesOf } from '../record-path.ts';

/** Leaves that follow from others. */
const DERIVED = /^(?:dialect|severity\.rank|people(?:\..*)?)$/u;

/** Prompts and wordings of headings: they come and go with the text that they stand beside. */
const ATTENDANT = /^(?:guidance|headings)\./u;

/** What a record says, by path, without what follows from it. */
function contentOf(record: Postmortem): Map<string, unknown> {
  return new Map([...leavesOf(record)].filter(([path]) => !DERIVED.test(path)));
}

/** True for two values that are written the same; instants follow from what is written. */
function sameValue(a: unknown, b: unknown): boolean {
  return writtenOf(a) === writtenOf(b);
}

function writtenOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : JSON.stringify(value);
}

/** Definitions of links and footnotes: they count wherever they stand. */
const DEFINITIONS = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gmu;

/** Paths of texts that differ in nothing but definitions of links. */
export function isDefinitionsOnly(a: Postmortem, b: Postmortem, path: string): boolean {
  const [one, other] = [getAt(a, path), getAt(b, path)].map((value) =>
    typeof value === 'string'
      ? value.replaceAll(DEFINITIONS, '').replaceAll(/\s+/gu, ' ').trim()
      : value === undefined
        ? ''
        : value,
  );
  return one === other;
}

/** Paths whose values differ, but for wordings of headings and prompts, unless `all` is asked for. */
export function differences(a: Postmortem, b: Postmortem, all = false): string[] {
  const [one, other] = [contentOf(a), contentOf(b)];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => (all || !ATTENDANT.test(path)) && !sameValue(one.get(path), other.get(path)),
  );
}
