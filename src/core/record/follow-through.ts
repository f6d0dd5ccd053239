import { z } from 'zod';

import { line, prose } from './text.ts';

/** Horizons into which templates group actions. */
export const ACTION_HORIZONS = ['week', 'two-weeks', 'sprint', 'month', 'quarter', 'backlog', 'process'] as const;

/** An action item. Everything but its text stays as written. */
export const action = z.strictObject({
  text: prose,
  id: line.optional().describe('As `A1` or `3`'),
  owner: line.optional(),
  due: line.optional(),
  status: line.optional().describe('As written; `actionState` maps it'),
  priority: line.optional(),
  ticket: line.optional(),
  category: line.optional().describe('Prevention, detection, response, documentation, process, tooling, nice-to-have'),
  horizon: z.enum(ACTION_HORIZONS).optional().describe('Time limit of the group it stands in'),
  group: line.optional().describe('Heading it stands under where that names no horizon'),
  criterion: prose.optional().describe('How one will see that it worked, fixed before the work'),
  answers: line.optional().describe('The factor it answers'),
  details: prose.optional(),
});

/** One number to move until next quarter. */
export const metricTarget = z.strictObject({
  metric: line,
  current: line.optional(),
  target: line.optional(),
  by: line.optional(),
});

/** What is looked at again, and when. */
export const followUp = z.strictObject({
  schedule: z.array(prose).optional(),
  reviewDate: line.optional(),
  owner: line.optional(),
  checks: z
    .array(
      z.strictObject({
        action: prose,
        expected: line.optional(),
        verified: line.optional(),
        effective: line.optional(),
      }),
    )
    .optional(),
});
