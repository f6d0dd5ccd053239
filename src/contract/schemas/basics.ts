import { z } from 'zod';

/** A UTC instant, `2026-02-23T08:15:00Z`. */
export const instant = z.iso.datetime({ offset: true });

/** Id of anything stored. */
export const uuid = z.uuid();

/** Number of a revision, from 1. The ETag of a post-mortem is this number in quotes. */
export const revisionNumber = z.number().int().min(1);

/** Id of a row of a list (an event, an action), stable across edits. */
export const rowId = z.string().regex(/^[\w-]{1,64}$/u);

/** Opaque place in a list; give it back as it came. */
export const cursor = z.string().max(500);

/** A page of a list. */
export const page = {
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional().describe('50 if absent'),
};

/** Something a reader should look at. */
export const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  place: z
    .object({
      file: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
      offset: z.number().optional(),
      path: z.string().optional(),
    })
    .optional(),
  help: z.string().optional(),
});

/** Why a request was refused (RFC 9457, `application/problem+json`). */
export const problem = z.object({
  type: z.string().describe('Link to the explanation of the code'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string().describe('Stable code of the table of refusals'),
  help: z.string().describe('What to do'),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional().describe('For a stale If-Match: the revision there is now'),
});
