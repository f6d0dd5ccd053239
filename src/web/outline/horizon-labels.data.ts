import type { Postmortem } from '#core/record';

/** Time limits of groups of actions, as people call them. */
export const HORIZON_LABELS: Readonly<Record<NonNullable<Postmortem['actions'][number]['horizon']>, string>> = {
  week: 'Within a week',
  'two-weeks': 'Within two weeks',
  sprint: 'This sprint',
  month: 'Within a month',
  quarter: 'Within a quarter',
  backlog: 'Backlog',
  process: 'Process changes',
};
