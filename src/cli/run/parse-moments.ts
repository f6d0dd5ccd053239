import { refuse } from '#core/errors';
import { MOMENT_KINDS, type MomentKind } from '#core/record';
import type { WrittenTime } from '#core/time';

import { resolveOption } from './parse-options.ts';

/** Moments of `--moment acknowledged=13:31`; a time without a day is on the day of the incident. */
export function parseMoments(
  values: readonly string[],
  context: { readonly zone: string; readonly day?: string },
): Map<MomentKind, WrittenTime> {
  return new Map(
    values.map((value) => {
      const [, kind = '', time] = /^([^=]+)=(.+)$/u.exec(value) ?? [];
      if (time === undefined || !isMomentKind(kind)) {
        return refuse('option-invalid', {
          option: '--moment',
          value,
          expected: `one of ${MOMENT_KINDS.join(', ')}, then = and a time`,
        });
      }
      return [kind, resolveOption('--moment', time, context)];
    }),
  );
}

function isMomentKind(kind: string): kind is MomentKind {
  return MOMENT_KINDS.some((known) => known === kind);
}
