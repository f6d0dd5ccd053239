import type { Severity } from '#core/errors';
import type { Condition } from '#core/workflow';

/** What a team's file `nevertwice.yaml` says. */
export interface TeamSettings {
  /** Id of the template for new documents where none is named. */
  readonly template?: string;
  /** Paths of the team's own templates, as written; relative to the file. */
  readonly dialects: readonly string[];
  /** Languages whose wordings the review knows, as `en`. */
  readonly languages: readonly string[];
  /** Severities of rules by their code; `off` for a rule that is not used. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly policies: readonly Policy[];
  readonly questions: readonly TeamQuestion[];
  /** Globs of files that `check` leaves out. */
  readonly ignore: readonly string[];
}

/** What the team asks of some of its post-mortems. */
export interface Policy {
  readonly when: Condition;
  /** Paths into the record that have to be filled in. */
  readonly require: readonly string[];
  /** Roles that have to sign. */
  readonly signOffs: readonly string[];
  /** Why the team asks it, in its own words. */
  readonly note?: string;
  /** Severities of rules for these post-mortems. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

/** A question of the team that a post-mortem answers. */
export interface TeamQuestion {
  readonly ask: string;
  readonly when: Condition;
  /** An answer has to be there. */
  readonly mandatory: boolean;
  /** What a good answer says. */
  readonly help?: string;
  /** Id of the section it belongs to, as `impact`. */
  readonly section?: string;
}

/** The settings of a team without a file. */
export const emptyTeamSettings: TeamSettings = {
  dialects: [],
  languages: ['en'],
  rules: new Map(),
  policies: [],
  questions: [],
  ignore: [],
};
