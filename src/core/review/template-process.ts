import { type DialectProcess, dialects, isDialectId } from '#core/markdown';

import type { ReviewOptions } from './review-options.ts';

/** What a template asks of its texts and its actions. */
export type TemplateProcess = Pick<DialectProcess, 'rules' | 'actionLimits'>;

/** The process of the template that a record is written for; undefined where nobody knows it. */
export function processOf({ dialect, process }: ReviewOptions): TemplateProcess | undefined {
  return process ?? (isDialectId(dialect) ? dialects[dialect].process : undefined);
}
