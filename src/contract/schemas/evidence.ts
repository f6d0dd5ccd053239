import { z } from 'zod';

import { momentKind, writtenTime } from '#core/record';

import { finding, instant, uuid } from './basics.ts';
import { dialectId } from './postmortem.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** A piece of evidence, kept as it came. */
export const evidenceItem = z.object({
  id: sha256.describe('SHA-256 of its bytes'),
  name: z.string(),
  reference: z.string().nullable().describe('As `E1` in the timeline of its post-mortem'),
  size: z.number().int(),
  format: z.string().nullable().describe('Label of the format for people; null where nobody knows it'),
  events: z.number().int(),
  from: instant.nullable(),
  to: instant.nullable(),
  findings: z.array(finding),
  at: instant,
  by: z.string().nullable(),
});

/** A piece of evidence among others, with what it is called there. */
export const evidenceUse = z.object({ id: sha256, name: z.string().min(1).max(500) });

/** How evidence is read. */
export const readSettings = z.object({
  evidence: z.array(evidenceUse).min(1).max(2000),
  zone: z.string().optional(),
  from: instant.optional(),
  to: instant.optional(),
  skew: z.record(z.string(), z.number()).optional().describe('Seconds a clock is ahead, by file name or format'),
});

/** One event of the merged evidence. */
export const evidenceEvent = z.object({
  id: z.string(),
  at: writtenTime,
  until: writtenTime.optional(),
  text: z.string(),
  kind: z.string(),
  level: z.string().optional(),
  actor: z.string().optional(),
  service: z.string().optional(),
  count: z.number().int(),
  details: z.string().optional(),
  sources: z.array(
    z.object({
      evidence: sha256,
      file: z.string(),
      format: z.string(),
      line: z.number().int(),
      offset: z.number().int(),
      raw: z.string(),
    }),
  ),
  reference: z.string().optional().describe('As `E2:117`'),
});

/** A moment as it is proposed. */
export const suggestedMoment = z.object({
  kind: momentKind,
  at: writtenTime,
  events: z.array(z.string()),
  reason: z.string(),
  confidence: z.number(),
  alternatives: z.array(z.object({ at: writtenTime, events: z.array(z.string()), reason: z.string() })),
});

/** A change near the first symptom. */
export const suspect = z.object({
  event: z.string(),
  at: writtenTime,
  text: z.string(),
  score: z.number(),
  reasons: z.array(z.string()),
});

/** What the evidence suggests; a person confirms. */
export const suggestions = z.object({
  moments: z.array(suggestedMoment),
  suspects: z.array(suspect),
  impactPeriods: z.array(z.object({ from: writtenTime, to: writtenTime.nullable() })),
  findings: z.array(finding),
});

/** What a draft would be made of. */
export const draftPreview = suggestions.extend({
  title: z.string().nullable().describe('Proposed from the alerts'),
  date: z.iso.date().nullable(),
  readings: z.array(
    z.object({ id: sha256, name: z.string(), format: z.string().nullable(), events: z.number().int() }),
  ),
  events: z.array(evidenceEvent).describe('Those that tell the incident, at most 500'),
  total: z.number().int().describe('All events of the evidence'),
});

/** What a draft is made of, as a person confirmed it. */
export const newDraft = readSettings.extend({
  title: z.string().trim().min(1).max(500),
  dialect: dialectId.exclude(['foreign']).optional(),
  severity: z.string().max(100).optional(),
  private: z.boolean().optional(),
  services: z.array(z.string()).optional(),
  teams: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  moments: z
    .array(z.object({ kind: momentKind, at: writtenTime, events: z.array(z.string()) }))
    .optional()
    .describe('The best suggestions if absent'),
});

/** What an import made of one file. */
export const importResult = z.object({
  file: z.string(),
  id: uuid.nullable().describe('Null for a trial run, or where nothing could be made of it'),
  title: z.string().nullable(),
  dialect: dialectId,
  rows: z.number().int(),
  actions: z.number().int(),
  findings: z.array(finding),
});
