import type { DurationDefinition, Postmortem } from '#core/record';

import type { SectionSpec } from '../spec.ts';

/** Ids of the dialects that come with the product. */
export const DIALECT_IDS = ['operations', 'standard', 'sev', 'cycle', 'platform'] as const;

/** A template's way of writing a record. */
export type DialectId = (typeof DIALECT_IDS)[number];

/** What the process around a template demands; `workflow` works on it. */
export interface DialectProcess {
  /** For which severities a post-mortem is required or recommended, as the template words it. */
  readonly required: string;
  readonly recommended?: string;
  /** Meeting within so many business days of the resolution, by severity label; `any` for all. */
  readonly meetingWithinBusinessDays: Readonly<Record<string, number>>;
  readonly meetingMinutes: { readonly usual: number; readonly most: number };
  readonly invite: string;
  /** Minutes for each part of the meeting. */
  readonly agenda: readonly { readonly part: string; readonly minutes: number }[];
  /** Hours of evidence before the incident and after its resolution. */
  readonly evidenceWindow: { readonly hoursBefore: number; readonly hoursAfter: number };
  /** Where evidence comes from, as commands. */
  readonly evidenceCommands: readonly string[];
  readonly exitCriteria: readonly string[];
  /** Where actions are tracked. */
  readonly tracking: string;
  readonly review: string;
  /** Share of actions to be closed by the next review, in percent. */
  readonly closureTargetPercent?: number;
  /** What the template asks of its texts; the review room checks it. */
  readonly rules: readonly DialectRule[];
  /** Time limits of the groups of actions, with the priorities that belong there. */
  readonly actionLimits: readonly ActionLimit[];
  /** Categories that actions choose from. */
  readonly actionCategories: readonly string[];
  /** When somebody looks again, and at what. */
  readonly checkIns: readonly { readonly after: string; readonly verifies: string }[];
  /** Smallest step of the timeline in its critical part, in minutes. */
  readonly timelineStepMinutes: number;
  /** One line of the list that actions are tracked in, with `{action}` and `{document}`. */
  readonly trackingLine?: string;
}

/** A rule for the text of one section. */
export interface DialectRule {
  /** Id of the section it is about; absent for the whole document. */
  readonly section?: string;
  /** What it demands; the kinds are those that a review can check, `other` is for people. */
  readonly kind: 'blameless' | 'sentences' | 'reading-time' | 'learnings' | 'action-fields' | 'precise' | 'other';
  /** The rule in our own words. */
  readonly text: string;
  readonly least?: number;
  readonly most?: number;
  /** Keys of an action that must be there, for `action-fields`. */
  readonly fields?: readonly string[];
}

/** Until when the actions of one group are to be done. */
export interface ActionLimit {
  readonly horizon: NonNullable<Postmortem['actions'][number]['horizon']>;
  readonly limit: string;
  readonly priorities?: readonly string[];
}

/** What a new document of a template says from the start, and keeps saying: who signs, what is published and tracked. */
export type DialectSeed = Pick<
  Partial<Postmortem>,
  'statement' | 'signOffs' | 'publication' | 'targets' | 'followUp' | 'closureTarget'
>;

/** A dialect as data. */
export interface Dialect {
  /** One of {@link DIALECT_IDS}, or the name that a team gives its own. */
  readonly id: string;
  readonly label: string;
  /** Zone in which its timeline is written. */
  readonly zone: string;
  /** Folder for new documents, from the repository's root. */
  readonly folder: string;
  /** File name with `{date}`, `{title}`, `{id}`. */
  readonly fileName: string;
  /** Incident id with `{date}`, `{year}`, and `{n}` for a number of as many digits. */
  readonly incidentId: { readonly pattern: string; readonly digits: number };
  readonly sections: readonly SectionSpec[];
  /** Headings and labels that only this dialect has; the more of them, the surer it is recognised. */
  readonly marks: readonly string[];
  /** Form of its first heading. */
  readonly titleForm: RegExp;
  /** Horizons of its groups of actions, in order; empty if it has none. */
  readonly groups: readonly string[];
  /** Absent from templates of teams, whose process is in the team's settings. */
  readonly process?: DialectProcess;
  readonly seed: DialectSeed;
  /** Id of the section with the team's questions, where that is another one than `questions`. */
  readonly questionsIn?: string;
  /** How a team's own template measures; the definitions of the others are in `core/metrics`. */
  readonly durations?: readonly DurationDefinition[];
}
