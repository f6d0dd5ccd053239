import type { Severity } from '#core/errors';

/** What a rule is about. `document` is the reading itself: prompts left, times that do not resolve. */
export type RuleFamily = 'blameless' | 'complete' | 'sound' | 'actions' | 'document';

/** A rule that a review follows, as people read it: `--explain`, `docs/reference/rules.md`, SARIF. */
export interface Rule {
  /** Stable, kebab-case; the code of its findings. */
  readonly code: string;
  readonly family: RuleFamily;
  /** Severity of its findings unless a template or a team says otherwise. */
  readonly severity: Severity;
  /** What it looks for, as a short heading: “Human error as a cause”. */
  readonly title: string;
  /** Why it matters, in one to three sentences. */
  readonly why: string;
  /** What to do, in one sentence. */
  readonly help: string;
  /** Where the rule comes from: a template's demand, a book, a study. */
  readonly source?: string;
  /** Templates that it applies to; absent for all. Its examples are written in the first of them. */
  readonly dialects?: readonly string[];
  /** Small Markdown documents or passages. Every bad one has this finding, no good one has it; tests run them. */
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
}
