import type { DialectProcess } from '#core/markdown';

import type { Demand } from './complete/demands.data.ts';

/** What a template asks of its texts and its actions. */
export type TemplateProcess = Pick<DialectProcess, 'rules' | 'actionLimits'>;

/** What a review goes by besides the record. */
export interface ReviewOptions {
  /** Id of the template that it is written for; one that is none of ours asks for what all of them do. */
  readonly dialect: string;
  /** What that template asks of its texts and actions; known already for ours. */
  readonly process?: TemplateProcess;
  /** Languages of its texts, as `en`; English if absent. */
  readonly languages?: readonly string[];
  /**
   * What a team's policy asks for besides; a demand of the template with the same path gives way to it.
   * `actions.*.ticket` asks every open action for it.
   */
  readonly demands?: readonly Demand[];
  /** The present as a UTC instant; only then is anything judged to be overdue or in the future. */
  readonly now?: string;
}
