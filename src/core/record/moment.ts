import { z } from 'zod';

/** The named points of an incident, in their usual order; no order is forced. */
export const MOMENT_KINDS = [
  'introduced',
  'merged',
  'deployed',
  'triggered',
  'impact-started',
  'alert-fired',
  'reported',
  'acknowledged',
  'declared',
  'investigating',
  'root-cause-identified',
  'mitigated',
  'restored',
  'resolved',
  'closed',
] as const;

/** Schema of {@link MomentKind}. */
export const momentKind = z.enum(MOMENT_KINDS);

/** A named point of an incident. `impact-started` is the first symptom, `mitigated` the fix that stopped the bleeding. */
export type MomentKind = z.infer<typeof momentKind>;
