import { z } from 'zod';

import { line, prose } from './text.ts';

/** Why it happened, in the parts that the templates ask for. */
export const rootCause = z.strictObject({
  technical: prose.optional().describe('What happened technically'),
  why: prose.optional().describe('Analysis of underlying causes, besides the whys'),
  systemic: prose.optional().describe('The root cause itself'),
  trigger: prose.optional(),
  latentCondition: prose.optional(),
  notCaught: prose.optional().describe('Why it was not caught earlier: monitoring, testing, game day'),
});

/**
 * One node of the five whys. The tree is kept as a list in which every node comes after its parent.
 * In a plain chain the parent of each node is the one before it.
 */
export const why = z.strictObject({
  question: prose.optional(),
  answer: prose.optional(),
  parent: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Index of the node whose answer is questioned; null for a first why'),
  evidence: line.optional(),
  actions: line.optional().describe('Ids or tickets of the actions it leads to'),
});

/** A contributing factor. */
export const factor = z.strictObject({
  text: prose,
  category: line.optional().describe('As written; `factorCategory` maps it onto one taxonomy'),
  severity: line.optional(),
  actionRequired: line.optional(),
  details: prose.optional(),
  evidence: line.optional(),
  answeredBy: line.optional().describe('Ids of actions, or the accepted risk'),
});

const detectionMethod = z.strictObject({
  kind: z.enum(['monitoring', 'customer', 'internal', 'scheduled', 'other']),
  text: line.optional(),
});

/** How it was found, and what should have found it. */
export const detection = z.strictObject({
  methods: z.array(detectionMethod).optional(),
  ruledOut: z.array(detectionMethod).optional().describe('Boxes left open that nevertheless say something'),
  gaps: prose.optional(),
});

/** Something that went well, went poorly or was luck. */
export const lesson = z.strictObject({ category: line.optional(), text: prose });

/** What changes, in three questions. */
export const prevention = z.strictObject({
  prevent: prose.optional(),
  detect: prose.optional(),
  recover: prose.optional(),
});

/** What the actions change for this class of incident. */
export const recurrence = z.strictObject({
  before: prose.optional(),
  after: prose.optional(),
  confidence: line.optional().describe('As `8 / 10`'),
  residualRisk: prose.optional(),
});
