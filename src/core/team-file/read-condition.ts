import type { Condition, RankComparison } from '#core/workflow';

import type { WrittenCondition } from './team-file-schema.ts';

/** A condition as it is evaluated. Several keys must all hold; none at all always do. */
export function readCondition(written: WrittenCondition | undefined): Condition {
  const parts = partsOf(written ?? {});
  const [only] = parts;
  if (only === undefined) return { kind: 'always' };
  return parts.length === 1 ? only : { kind: 'all', of: parts };
}

function partsOf(written: WrittenCondition): Condition[] {
  const { severity, tag, service, type, template, all, any, not } = written;
  return [
    ...(severity === undefined ? [] : [readSeverity(valuesOf(severity))]),
    ...(tag === undefined ? [] : [{ kind: 'tag', values: valuesOf(tag) } as const]),
    ...(service === undefined ? [] : [{ kind: 'service', values: valuesOf(service) } as const]),
    ...(type === undefined ? [] : [{ kind: 'type', values: valuesOf(type) } as const]),
    ...(template === undefined ? [] : [{ kind: 'dialect', values: valuesOf(template) } as const]),
    ...(all === undefined ? [] : [{ kind: 'all', of: all.map(readCondition) } as const]),
    ...(any === undefined ? [] : [{ kind: 'any', of: any.map(readCondition) } as const]),
    ...(not === undefined ? [] : [{ kind: 'not', of: readCondition(not) } as const]),
  ];
}

type Words = NonNullable<WrittenCondition['tag']>;

function valuesOf(words: Words): string[] {
  return (Array.isArray(words) ? words : [words]).map(String);
}

const COMPARISON = /^(<=|>=|=|<|>)\s*(\d+)$/u;

function readSeverity(values: readonly string[]): Condition {
  const compared = values.map((value) => COMPARISON.exec(value));
  return {
    kind: 'severity',
    labels: values.filter((_value, index) => compared[index] === null),
    ranks: compared.flatMap((match) =>
      match === null ? [] : [{ operator: match[1] as RankComparison['operator'], rank: Number(match[2]) }],
    ),
  };
}
