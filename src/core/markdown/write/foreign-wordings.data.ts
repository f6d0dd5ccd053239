import type { SectionKind } from '../foreign/section-names.data.ts';

/** Heading for a section that a foreign document does not have yet, and what kind of section it is then read as. */
export interface SectionWording {
  readonly kind: SectionKind;
  readonly heading: string;
}

/** Kinds of sections in the order in which most post-mortems tell them. */
export const SECTION_ORDER: readonly SectionKind[] = [
  'metadata',
  'people',
  'summary',
  'what-happened',
  'impact',
  'detection',
  'timeline',
  'technical',
  'root-cause',
  'trigger',
  'whys',
  'factors',
  'resolution',
  'went-well',
  'went-poorly',
  'lucky',
  'lessons',
  'actions',
  'related',
];

/** Fields and lists that a section of their own can say, with a common heading for it. */
export const SECTION_WORDINGS: Readonly<Record<string, SectionWording>> = {
  'summary.text': { kind: 'summary', heading: 'Summary' },
  'summary.whatHappened': { kind: 'what-happened', heading: 'What happened' },
  'impact.customer': { kind: 'impact', heading: 'Impact' },
  'impact.statement': { kind: 'impact', heading: 'Impact' },
  'detection.methods': { kind: 'detection', heading: 'Detection' },
  timeline: { kind: 'timeline', heading: 'Timeline' },
  'rootCause.technical': { kind: 'technical', heading: 'Technical details' },
  'rootCause.systemic': { kind: 'root-cause', heading: 'Root cause' },
  'rootCause.trigger': { kind: 'trigger', heading: 'Trigger' },
  whys: { kind: 'whys', heading: 'Five whys' },
  factors: { kind: 'factors', heading: 'Contributing factors' },
  'resolution.immediateFix': { kind: 'resolution', heading: 'Resolution' },
  wentWell: { kind: 'went-well', heading: 'What went well' },
  wentPoorly: { kind: 'went-poorly', heading: 'What went poorly' },
  lucky: { kind: 'lucky', heading: 'Where we got lucky' },
  'lessons.takeaways': { kind: 'lessons', heading: 'Lessons learned' },
  actions: { kind: 'actions', heading: 'Action items' },
  'related.references': { kind: 'related', heading: 'References' },
};

/** Keys for values in the head of a foreign document. */
export const METADATA_LABELS: Readonly<Record<string, string>> = {
  title: 'Title',
  status: 'Status',
  'severity.label': 'Severity',
  'incident.date': 'Date',
  'incident.id': 'Incident id',
  'incident.issue': 'Issue',
  'incident.report': 'Incident report',
  'incident.type': 'Type',
  'document.date': 'Last updated',
  'roles.authors': 'Authors',
  'roles.commander': 'Incident commander',
  'roles.facilitator': 'Facilitator',
  'roles.recorder': 'Scribe',
  'roles.reviewers': 'Reviewers',
  'roles.attendees': 'Attendees',
  'roles.onCallPrimary': 'On-call',
  'durations.total.written': 'Duration',
  'durations.ttd.written': 'Time to detect',
  'durations.ttr.written': 'Time to resolve',
  'durations.tta.written': 'Time to acknowledge',
  'impact.users': 'Users affected',
  'impact.systems.0': 'Affected services',
  'related.chatThread': 'Slack channel',
};
