import type { EventKind } from '#core/evidence';

import type { ClaimKind } from './claim-wordings.data.ts';

/** Facts of these kinds (and wordings) are candidates for a moment by themselves, without anybody's claim. */
export interface CandidateRule {
  readonly moment: ClaimKind;
  readonly kinds: readonly EventKind[];
  readonly wording?: RegExp;
  /** 0…1. */
  readonly strength: number;
  /** Begins the reason; the event's text follows. */
  readonly because: string;
}

/** Words of a change that takes another one back. */
export const TAKES_BACK =
  /\broll(?:ed|ing|s)?[ -]?back\b|\brevert(?:ed|ing|s)?\b|\bundo\b|\brestore[sd]? (?:the )?(?:old|previous|former)\b/iu;

/** Commands that change a running system. */
export const CHANGING_COMMAND =
  /\b(?:kubectl\b.*\b(?:apply|set|scale|rollout (?:undo|restart)|edit|patch|delete|create|replace|drain|cordon)|helm\b.*\b(?:upgrade|install|rollback|uninstall)|argocd\b.*\b(?:sync|rollback|set)|terraform (?:apply|destroy)|ansible-playbook|systemctl (?:restart|stop|start|reload)|service \S+ (?:restart|stop|start)|docker (?:restart|stop|run|compose up)|alter (?:table|system|database)|drop (?:table|index)|create (?:unique )?index|migrate|update \S+ set|delete from|redis-cli .*(?:flush|config set|del)|aws \S+ (?:update|put|delete|create|modify|reboot|terminate)|gcloud .*(?:update|deploy|delete|resize)|git push|cap \S+ deploy|fly deploy|heroku (?:restart|config:set|rollback|ps:scale))/iu;

/** Commands that put back what ran before. */
const ROLLBACK_COMMAND = /\brollout undo\b|(?<!no-)\brollback\b|\bapp rollback\b/iu;

const CHANGES = ['deploy', 'rollout', 'config', 'feature-flag'] as const;

export const CANDIDATE_RULES: readonly CandidateRule[] = [
  { moment: 'alert-fired', kinds: ['alert'], strength: 0.9, because: 'An alert fired' },
  { moment: 'alert-fired', kinds: ['paged'], strength: 0.6, because: 'Somebody was paged' },
  { moment: 'acknowledged', kinds: ['acknowledged'], strength: 0.95, because: 'The page was acknowledged' },
  { moment: 'declared', kinds: ['declared'], strength: 0.95, because: 'The incident was declared' },
  { moment: 'declared', kinds: ['status-update'], strength: 0.4, because: 'The public was told' },
  { moment: 'mitigated', kinds: CHANGES, wording: TAKES_BACK, strength: 0.85, because: 'A change was taken back' },
  {
    moment: 'mitigated',
    kinds: ['commit'],
    wording: TAKES_BACK,
    strength: 0.55,
    because: 'A change was reverted in the repository',
  },
  {
    moment: 'mitigated',
    kinds: ['command'],
    wording: ROLLBACK_COMMAND,
    strength: 0.85,
    because: 'A change was taken back',
  },
  {
    moment: 'mitigated',
    kinds: ['command'],
    wording: CHANGING_COMMAND,
    strength: 0.5,
    because: 'A command changed the system',
  },
  {
    moment: 'mitigated',
    kinds: ['deploy', 'rollout', 'config', 'feature-flag'],
    strength: 0.45,
    because: 'The system was changed',
  },
  {
    moment: 'restored',
    kinds: ['status-update'],
    wording: /\bto operational\b/iu,
    strength: 0.7,
    because: 'The status page shows it as operational',
  },
  {
    moment: 'restored',
    kinds: ['status-update'],
    wording: /\bmonitoring\b/iu,
    strength: 0.5,
    because: 'The status page says that it is only being watched',
  },
  {
    moment: 'mitigated',
    kinds: ['status-update'],
    wording: /\bmonitoring\b/iu,
    strength: 0.5,
    because: 'The status page says that a fix is being watched',
  },
  {
    moment: 'root-cause-identified',
    kinds: ['status-update'],
    wording: /\bidentified\b/iu,
    strength: 0.7,
    because: 'The status page says that the problem was identified',
  },
  {
    moment: 'investigating',
    kinds: ['status-update'],
    wording: /\binvestigating\b/iu,
    strength: 0.7,
    because: 'The status page says that it is being investigated',
  },
  { moment: 'resolved', kinds: ['resolved'], strength: 0.95, because: 'The incident was resolved' },
  {
    moment: 'restored',
    kinds: ['resolved'],
    strength: 0.45,
    because: 'The incident was resolved, and no earlier sign of recovery is known',
  },
  {
    moment: 'reopened',
    kinds: ['alert', 'note', 'status-update', 'declared'],
    wording: /\bre-?open(?:ed|s)?\b/iu,
    strength: 0.9,
    because: 'The incident was reopened',
  },
];

/** Kinds in which people (and bots) say what happened. */
export const TOLD_KINDS: ReadonlySet<EventKind> = new Set(['message', 'status-update', 'note']);

/** Facts that only rehearse. */
export const REHEARSAL =
  /\btest(?:ing)?[ -]?(?:alert|alarm|notification|page|incident|event)s?\b|\btestalert\b|\bthis is (?:only )?a test\b|\bdrill\b|\bgame ?day\b|\bdry[- ]run\b/iu;

/** How much a fact says that an incident is going on, for finding where the incident is. */
export const COORDINATION_WEIGHT: Readonly<Partial<Record<EventKind, number>>> = {
  alert: 3,
  paged: 3,
  acknowledged: 3,
  escalated: 2,
  declared: 6,
  'status-update': 2,
  resolved: 2,
  'alert-resolved': 1,
};

/** The same for what people say. */
export const CLAIM_WEIGHT: Readonly<Partial<Record<ClaimKind, number>>> = {
  declared: 2,
  reported: 0.5,
  investigating: 0.5,
  acknowledged: 0.5,
  'root-cause-identified': 0.5,
  mitigated: 0.3,
  restored: 0.5,
  resolved: 0.5,
  reopened: 0.5,
};

/** What an announcement to the public does not claim: it tells customers, customers do not tell it. */
export const NOT_CLAIMED_BY: Readonly<Partial<Record<EventKind, readonly ClaimKind[]>>> = {
  'status-update': ['reported', 'acknowledged', 'impact-started'],
};
