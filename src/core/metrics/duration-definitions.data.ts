import type { DurationDefinition, DurationEnd, MomentKind } from '#core/record';

const firstKnown = (words: string, ...moments: MomentKind[]): DurationEnd => ({
  words,
  moments,
  choose: 'first-known',
});
const earliest = (words: string, ...moments: MomentKind[]): DurationEnd => ({ words, moments, choose: 'earliest' });

const firstSymptom = firstKnown('first symptom', 'impact-started');
const incidentStart = firstKnown('incident start', 'impact-started');
const alertFired = firstKnown('alert fired', 'alert-fired');
const firstAlertOrReport = earliest('first alert or report', 'alert-fired', 'reported');

/**
 * Definitions of durations by dialect. The same abbreviation means different things in different templates (MTTD is
 * "start to acknowledged" in one, TTD "start to first alert" in another), so the definition is printed beside every
 * number.
 */
export const DURATION_DEFINITIONS: readonly DurationDefinition[] = [
  {
    id: 'detection-time',
    dialects: ['operations'],
    label: 'Detection time',
    from: firstSymptom,
    to: alertFired,
  },
  {
    id: 'detection-lag',
    dialects: ['operations'],
    label: 'Detection lag',
    from: firstSymptom,
    to: alertFired,
    note: 'The template asks for detection time and detection lag; both are measured from the first symptom to the alert.',
  },
  {
    id: 'response-time',
    dialects: ['operations'],
    label: 'Response time',
    from: alertFired,
    to: earliest('first action', 'acknowledged', 'mitigated'),
    note: 'The first action is the acknowledgement or the first mitigation step, whichever came first.',
  },
  {
    id: 'response-lag',
    dialects: ['operations'],
    label: 'Response lag',
    from: alertFired,
    to: firstKnown('incident declared', 'declared'),
  },
  {
    id: 'diagnosis-duration',
    dialects: ['operations'],
    label: 'Diagnosis duration',
    from: firstKnown('incident declared', 'declared'),
    to: firstKnown('root cause identified', 'root-cause-identified'),
  },
  {
    id: 'total-user-impact',
    dialects: ['operations'],
    label: 'Total user impact',
    from: firstSymptom,
    to: firstKnown('service restored', 'restored'),
    sumOverImpactPeriods: true,
  },
  {
    id: 'incident-duration',
    dialects: ['operations'],
    label: 'Incident duration',
    from: firstSymptom,
    to: firstKnown('incident closed', 'closed', 'resolved'),
    note: 'Where no closing is known, the incident counts as closed when it was declared resolved.',
  },
  {
    id: 'mttd',
    dialects: ['standard'],
    label: 'MTTD',
    from: incidentStart,
    to: firstKnown('on-call acknowledged', 'acknowledged'),
    note: 'T3 − T1 of the template: detection lasts until the on-call engineer acknowledges, not until the alert fires.',
  },
  {
    id: 'mttr',
    dialects: ['standard'],
    label: 'MTTR',
    from: incidentStart,
    to: firstKnown('declared resolved', 'resolved'),
    note: 'T8 − T1 of the template.',
  },
  {
    id: 'ttd',
    dialects: ['sev'],
    label: 'TTD',
    from: incidentStart,
    to: firstAlertOrReport,
  },
  {
    id: 'tta',
    dialects: ['sev'],
    label: 'TTA',
    from: firstAlertOrReport,
    to: firstKnown('acknowledged, investigation started', 'acknowledged', 'investigating'),
    note: 'Where no acknowledgement is known, the start of the investigation counts.',
  },
  {
    id: 'ttm',
    dialects: ['sev'],
    label: 'TTM',
    from: incidentStart,
    to: firstKnown('bleeding stopped', 'mitigated', 'restored'),
    note: 'Where no mitigation is known, the bleeding counts as stopped when service was restored.',
  },
  {
    id: 'ttr',
    dialects: ['sev'],
    label: 'TTR (MTTR)',
    from: incidentStart,
    to: firstKnown('fully resolved', 'resolved'),
  },
  {
    id: 'duration',
    dialects: ['cycle', 'platform'],
    label: 'Duration',
    from: firstKnown('impact start', 'impact-started'),
    to: firstKnown('service restored, customer-visible impact ended', 'restored'),
    sumOverImpactPeriods: true,
  },
];
