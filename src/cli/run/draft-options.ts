import type { EvidenceOptions } from '../commands/evidence-options.ts';

/** Options of `nevertwice draft`. */
export interface DraftOptions extends EvidenceOptions {
  /** Id of the template; by default the one of the team. */
  readonly template?: string;
  /** Settings file of the team. */
  readonly config?: string;
  readonly title?: string;
  readonly severity?: string;
  readonly id?: string;
  readonly moment?: string[];
  readonly printZone?: string;
  readonly yes?: boolean;
  readonly allEvents?: boolean;
  readonly guidance: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  /** Drafts there instead of in a file. */
  readonly server?: string;
}
