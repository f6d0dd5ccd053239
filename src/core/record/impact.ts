import { z } from 'zod';

import { line, prose } from './text.ts';
import { writtenTime } from './written-time.ts';

/** What the incident did, as stated; formulas with sources come from `core/metrics`. */
export const impact = z.strictObject({
  statement: line.optional().describe('The impact in one line'),
  users: line.optional(),
  requests: line.optional(),
  errorRatePeak: line.optional(),
  tickets: line.optional().describe('Support tickets'),
  revenue: line.optional(),
  downtimeCost: line.optional(),
  slaBreach: line.optional(),
  slaCredits: line.optional(),
  notifications: line.optional().describe('Customer notifications'),
  financialRecords: line.optional(),
  gdprNotification: line.optional().describe('Whether a GDPR breach notification is required'),
  affectedTenants: line.optional(),
  affectedRegions: line.optional(),
  customer: prose.optional(),
  tenant: prose.optional(),
  internal: prose.optional(),
  dataIntegrity: prose.optional(),
  slo: prose.optional().describe('Error budget consumed'),
  statusPage: line.optional(),
  systems: z.array(prose).optional().describe('Systems and services affected'),
  periods: z
    .array(z.strictObject({ from: writtenTime, to: writtenTime.nullable() }))
    .optional()
    .describe('Impact periods; a reopened incident has several'),
});
