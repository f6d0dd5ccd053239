import type { Postmortem } from '#core/record';

import { DEMANDS, type Demand, OURS } from './demands.data.ts';

/** How much of what its template and the team ask for is there. */
export interface Completeness {
  /** 0…1; what is required counts twice. */
  readonly part: number;
  readonly missing: readonly { readonly path: string; readonly label: string; readonly required: boolean }[];
}

/**
 * Compares a record with what its template asks for; a dialect that is none of ours asks for what all of them do.
 *
 * @param extra what a team's policy asks for besides; a demand of the template with the same path gives way to it
 */
export function completeness(record: Postmortem, dialect: string, extra: readonly Demand[] = []): Completeness {
  const demands = demandsOf(dialect, extra);
  const missing = demands.filter((demand) => !isMet(record, demand));
  return {
    part: demands.length === 0 ? 1 : 1 - weight(missing) / weight(demands),
    missing: missing.map(({ path, label, required }) => ({ path, label, required: required === true })),
  };
}

/** What is required counts twice. */
function weight(demands: readonly Demand[]): number {
  return demands.reduce((sum, { required }) => sum + (required === true ? 2 : 1), 0);
}

/** What a dialect asks for, in the order of a document, and then what a policy adds. */
export function demandsOf(dialect: string, extra: readonly Demand[] = []): readonly Demand[] {
  const asked = OURS.includes(dialect) ? dialect : 'foreign';
  const applies = ({ dialects }: Demand): boolean => dialects === undefined || dialects.includes(asked);
  const raised = new Set(extra.map(({ path }) => path));
  return [...DEMANDS.filter((demand) => applies(demand) && !raised.has(demand.path)), ...extra.filter(applies)];
}

/** True where one of the fields that meet a demand is filled in; `actions.*.ticket` in every action. */
export function isMet(record: Postmortem, { any, path }: Demand): boolean {
  const [, key] = /^actions\.\*\.(\w+)$/u.exec(path) ?? [];
  if (key !== undefined) return record.actions.every((action) => isFilled(valueAt(action, key)));
  return (any ?? [path]).some((each) => isFilled(valueAt(record, each)));
}

/** The value at a dotted path, or undefined. */
function valueAt(record: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      record,
    );
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null;
}
