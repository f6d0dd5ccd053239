import type { MomentKind } from '#core/record';

/** One of the five phases of an incident; its colour is the token `--phase-<id>`. */
export type PhaseId = 'detection' | 'response' | 'diagnosis' | 'mitigation' | 'recovery';

/** Each phase begins with the earliest of its moments that is known, and lasts until the next phase begins. */
export const PHASES: readonly {
  readonly id: PhaseId;
  readonly label: string;
  readonly begins: readonly MomentKind[];
}[] = [
  { id: 'detection', label: 'Detection', begins: ['impact-started'] },
  { id: 'response', label: 'Response', begins: ['alert-fired', 'reported'] },
  { id: 'diagnosis', label: 'Diagnosis', begins: ['acknowledged', 'declared', 'investigating'] },
  { id: 'mitigation', label: 'Mitigation', begins: ['root-cause-identified'] },
  { id: 'recovery', label: 'Recovery', begins: ['mitigated'] },
];

/** What ends the last phase: the first kind that is known, at its last occurrence. */
export const PHASES_END: readonly MomentKind[] = ['restored', 'resolved', 'closed'];
