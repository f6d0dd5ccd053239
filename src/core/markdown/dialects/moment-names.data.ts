import type { MarkerName } from '../blocks/moments.ts';

/** What the marker column of a timeline says for each moment. */
export const MARKER_NAMES: readonly MarkerName[] = [
  { kind: 'introduced', text: 'Introduced', pattern: /introduced/iu },
  { kind: 'merged', text: 'Merged', pattern: /merged/iu },
  { kind: 'deployed', text: 'Deployed', pattern: /deployed/iu },
  { kind: 'triggered', text: 'Triggered', pattern: /triggered/iu },
  {
    kind: 'impact-started',
    text: 'Incident start',
    pattern: /incident start|impact (?:start|began|begins)|first symptom/iu,
  },
  { kind: 'alert-fired', text: 'Alert fired', pattern: /alert fired/iu },
  { kind: 'reported', text: 'Reported', pattern: /reported/iu },
  { kind: 'acknowledged', text: 'Detection (MTTD)', pattern: /detection|detected|acknowledged/iu },
  { kind: 'declared', text: 'Incident declared', pattern: /declared(?! resolved)/iu },
  { kind: 'investigating', text: 'Investigation started', pattern: /investigat/iu },
  { kind: 'root-cause-identified', text: 'Root cause identified', pattern: /root cause/iu },
  { kind: 'mitigated', text: 'Fix applied', pattern: /fix applied|mitigat/iu },
  { kind: 'restored', text: 'Service restored', pattern: /restored/iu },
  { kind: 'resolved', text: 'Resolved (MTTR)', pattern: /resolved/iu },
  { kind: 'closed', text: 'Incident closed', pattern: /closed/iu },
];
