import { MOMENT_KINDS, type MomentKind } from '#core/record';

import { RECORD_FIELDS } from '../record-fields.data.ts';

/** Whether a field takes one line or running text; undefined for a path that is no single field. */
export function fieldTypeAt(path: string): 'line' | 'prose' {
  return RECORD_FIELDS.find((field) => field.path === path)?.type ?? 'line';
}

/** The moment that `moments.alert-fired` names. */
export function momentAt(path: string): MomentKind | undefined {
  return MOMENT_KINDS.find((kind) => path === `moments.${kind}`);
}

const DURATION = /^durations\.([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:written|note)$/u;

/** The duration that `durations.ttr.written` names. */
export function durationAt(path: string): string | undefined {
  return DURATION.exec(path)?.[1];
}

/** True for the path of a single value: a field, a moment, a duration. */
export function isFieldPath(path: string): boolean {
  return (
    RECORD_FIELDS.some((field) => field.path === path) || momentAt(path) !== undefined || durationAt(path) !== undefined
  );
}
