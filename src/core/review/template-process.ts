import { dialects, isDialectId } from '#core/markdown';

import type { ReviewOptions, TemplateProcess } from './review-options.ts';

/** The process of the template that a record is written for; undefined where nobody knows it. */
export function processOf({ dialect, process }: ReviewOptions): TemplateProcess | undefined {
  return process ?? (isDialectId(dialect) ? dialects[dialect].process : undefined);
}
