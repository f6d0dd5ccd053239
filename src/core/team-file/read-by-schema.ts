import type { z } from 'zod';

import { type Finding, nearestWord } from '#core/errors';

import { readYaml, type YamlOrigin, type YamlPath, type YamlSource } from './yaml-source.ts';

/** What a schema found in a YAML document: everything that fits it, and a finding for all else. */
export interface SchemaReading<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
  readonly placeOf: YamlSource['placeOf'];
}

/** By which rules something is read. */
export interface SchemaRules<Schema extends z.ZodType> extends YamlOrigin {
  readonly schema: Schema;
  /** How many steps of a path make one entry, which is left out as a whole if something in it is wrong. */
  readonly entryDepth: number;
}

/** What is wrong shows in the first round; the second finds the rest in order. */
const MOST_ROUNDS = 4;

/**
 * Reads YAML by a schema whose messages say what is expected. What does not fit is a finding with line and column; its
 * entry is left out, the others count. Null if the document as a whole is not of this kind.
 */
export function readBySchema<Schema extends z.ZodType>(
  text: string,
  rules: SchemaRules<Schema>,
): SchemaReading<z.output<Schema> | null> {
  const source = readYaml(text, rules);
  const findings: Finding[] = [...source.findings];
  let value: unknown = findings.length > 0 ? null : (source.value ?? {});
  for (let round = 0; round < MOST_ROUNDS && value !== null; round += 1) {
    const parsed = rules.schema.safeParse(value, { reportInput: true });
    if (parsed.success) return { value: parsed.data, findings, placeOf: source.placeOf };
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, rules));
    findings.push(...problems.map((problem) => findingOf(problem, source)));
    value = problems.some(({ path }) => path.length === 0) ? null : withoutPaths(value, problems);
  }
  return { value: null, findings, placeOf: source.placeOf };
}

interface Problem {
  /** What to leave out. */
  readonly path: YamlPath;
  /** Where to point. */
  readonly at: YamlPath;
  readonly code: 'team-key-unknown' | 'team-value-invalid';
  readonly message: string;
  readonly help: string;
}

function findingOf({ at, code, message, help }: Problem, source: YamlSource): Finding {
  return { code, severity: 'error', message, place: source.placeOf(at), help };
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, rules: { readonly schema: z.ZodType; readonly entryDepth: number }): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(rules.schema, path);
    return issue.keys.map((key) => unknownKey([...path, key], known));
  }
  const entry = path.slice(0, rules.entryDepth);
  const name = nameOf(path);
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    {
      path: entry,
      at: path,
      code: 'team-value-invalid',
      message: missing
        ? `${name} is missing: it takes ${issue.message}.`
        : `${name} does not take ${shown(issue.input)}: it takes ${issue.message}.`,
      help:
        path.length > entry.length ? `Until then ${nameOf(entry)} does not count.` : 'Until then it does not count.',
    },
  ];
}

function unknownKey(path: YamlPath, known: readonly string[]): Problem {
  const key = String(path.at(-1));
  const near = nearestWord(key, known);
  return {
    path,
    at: path,
    code: 'team-key-unknown',
    message: `There is no setting “${key}”${path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : ''}.`,
    help: near === undefined ? `Known here: ${known.join(', ')}.` : `Write “${near}” if that is meant.`,
  };
}

/** `policies[1].when`, as people find it. */
function nameOf(path: YamlPath): string {
  if (path.length === 0) return 'The file';
  const text = path.map((step, index) =>
    typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${step}`,
  );
  return `“${text.join('')}”`;
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

/** The keys that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  let node: unknown = schema;
  for (const step of path) node = childOf(bareSchema(node), step);
  const bare = bareSchema(node);
  return isShaped(bare) ? Object.keys(bare.shape) : [];
}

/** The schema inside of optional and default ones; of several alternatives, the one with keys. */
function bareSchema(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  // Lists unwrap to their items, too.
  if ('element' in schema) return schema;
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return bareSchema((schema as z.ZodOptional).unwrap());
  if ('options' in schema && Array.isArray(schema.options)) return schema.options.map(bareSchema).find(isShaped);
  return schema;
}

function childOf(schema: unknown, step: string | number): unknown {
  if (isShaped(schema)) return schema.shape[String(step)];
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('element' in schema) return schema.element;
  return 'valueType' in schema ? schema.valueType : undefined;
}

function isShaped(schema: unknown): schema is { shape: Record<string, unknown> } {
  return typeof schema === 'object' && schema !== null && 'shape' in schema;
}

/** A copy without the entries that have problems; the last items go first, so that the others keep their numbers. */
function withoutPaths(value: unknown, problems: readonly Problem[]): unknown {
  const copy: unknown = structuredCopy(value);
  const paths = problems.map(({ path }) => path).toSorted((a, b) => Number(b[1] ?? 0) - Number(a[1] ?? 0));
  const gone = new Set<string>();
  for (const path of paths) {
    if (gone.has(JSON.stringify(path))) continue;
    gone.add(JSON.stringify(path));
    removeAt(copy, path);
  }
  return copy;
}

function structuredCopy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function removeAt(top: unknown, path: YamlPath): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], top);
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.deleteProperty(parent, last);
}
