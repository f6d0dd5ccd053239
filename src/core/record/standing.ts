import { z } from 'zod';

import { line, prose } from './text.ts';
import { writtenTime } from './written-time.ts';

/** Severity as written, with the rank (1 = worst) that a scale gives it. */
export const severity = z.strictObject({
  label: line.describe('As written: `P0`, `SEV-2`, `Critical`'),
  rank: z.number().int().min(1).optional().describe('1 is worst; absent where the scale does not know the label'),
});

/** The head of a controlled document. */
export const documentControl = z.strictObject({
  project: line.optional(),
  version: line.optional(),
  date: line.optional(),
  author: line.optional(),
  status: line.optional(),
  reviewers: line.optional(),
  instructions: prose.optional(),
  history: z
    .array(
      z.strictObject({
        version: line.optional(),
        date: line.optional(),
        author: line.optional(),
        changes: line.optional(),
      }),
    )
    .optional(),
});

/** What identifies the incident. */
export const incident = z.strictObject({
  id: line.optional().describe('As `INC-2026-02-23-001`'),
  date: writtenTime.optional().describe('Day (and time) of the incident'),
  report: line.optional().describe('Link to the incident report'),
  issue: line.optional().describe('Link to the issue in a tracker'),
  type: line.optional(),
});

/** Who had which role, as written; several names are separated by commas. */
export const roles = z.strictObject({
  authors: line.optional(),
  facilitator: line.optional(),
  commander: line.optional(),
  recorder: line.optional(),
  onCallPrimary: line.optional(),
  onCallSecondary: line.optional(),
  attendees: line.optional(),
  reviewers: line.optional(),
});

/** The review meeting. */
export const meeting = z.strictObject({
  date: line.optional(),
  duration: line.optional(),
  presentedAt: line.optional().describe('Meeting and day, as `Engineering all-hands on 2026-03-20`'),
  recording: line.optional(),
  notes: line.optional(),
});

/** One line of the approval table. */
export const signOff = z.strictObject({
  role: line,
  name: line.optional(),
  date: line.optional(),
  signature: line.optional(),
});
