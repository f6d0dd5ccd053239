import type { EventKind } from '../types.ts';

/** What one step in the life of an Opsgenie alert means here. */
export interface OpsgenieAction {
  /** Name in keys: the same for webhooks, alerts and log entries. */
  readonly id: string;
  readonly kind: EventKind;
  /** Begins the event's text, before the alert's message. */
  readonly words: string;
  /** `action` of the webhook, lower-case. */
  readonly names: readonly string[];
  /** Recognises the step in the text of an alert log entry. */
  readonly log?: RegExp;
}

/**
 * Actions of the Opsgenie webhook integration
 * (https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/) and wordings of alert log
 * entries (`GET /v2/alerts/{id}/logs`), the more particular ones first.
 */
export const opsgenieActions: readonly OpsgenieAction[] = [
  {
    id: 'unacknowledge',
    kind: 'note',
    words: 'alert unacknowledged',
    names: ['unacknowledge'],
    log: /\bun-?acknowledged\b/iu,
  },
  {
    id: 'acknowledge',
    kind: 'acknowledged',
    words: 'alert acknowledged',
    names: ['acknowledge'],
    log: /\backnowledged\b/iu,
  },
  {
    id: 'create',
    kind: 'alert',
    words: 'alert created',
    names: ['create'],
    log: /\b(?:alert|incident) (?:is )?created\b/iu,
  },
  {
    id: 'close',
    kind: 'resolved',
    words: 'alert closed',
    names: ['close'],
    log: /\b(?:alert|incident) (?:is )?(?:auto-?)?closed\b/iu,
  },
  { id: 'delete', kind: 'note', words: 'alert deleted', names: ['delete'], log: /\balert (?:is )?deleted\b/iu },
  {
    id: 'escalate',
    kind: 'escalated',
    words: 'alert escalated',
    names: ['escalate', 'escalatetonext', 'escalatenext'],
    log: /\bescalat(?:ed|ion|ing)\b/iu,
  },
  {
    id: 'note',
    kind: 'note',
    words: 'note',
    names: ['addnote'],
    log: /\bnote (?:is )?added\b|\badded (?:a )?note\b/iu,
  },
  {
    id: 'assign',
    kind: 'note',
    words: 'ownership assigned',
    names: ['assignownership', 'assign'],
    log: /\bassign(?:ed)?\b/iu,
  },
  {
    id: 'take-ownership',
    kind: 'acknowledged',
    words: 'ownership taken',
    names: ['takeownership'],
    log: /\b(?:took|taken?) ownership\b|\bownership (?:is )?taken\b/iu,
  },
  {
    id: 'notify',
    kind: 'paged',
    words: 'notified',
    names: ['addrecipient', 'addresponder', 'addteam', 'addteammember'],
    log: /\b(?:sent|sending|delivered|called|calling|notified)\b.*\b(?:to|sms|voice|call|e-?mail|push|mobile|notification)\b|\bnotification (?:is )?(?:sent|delivered)\b/iu,
  },
  { id: 'snooze', kind: 'note', words: 'alert snoozed', names: ['snooze'], log: /\bsnoozed?\b/iu },
  { id: 'unsnooze', kind: 'note', words: 'snooze ended', names: ['snoozeended', 'unsnooze'] },
  { id: 'add-tags', kind: 'note', words: 'tags added', names: ['addtags'], log: /\btags? (?:is |are )?added\b/iu },
  { id: 'remove-tags', kind: 'note', words: 'tags removed', names: ['removetags'] },
  { id: 'add-details', kind: 'note', words: 'details added', names: ['adddetails'] },
  { id: 'remove-details', kind: 'note', words: 'details removed', names: ['removedetails'] },
  {
    id: 'update-priority',
    kind: 'note',
    words: 'priority changed',
    names: ['updatepriority'],
    log: /\bpriority\b.*\b(?:changed|updated)\b/iu,
  },
  { id: 'update-message', kind: 'note', words: 'message changed', names: ['updatemessage'] },
  { id: 'update-description', kind: 'note', words: 'description changed', names: ['updatedescription'] },
];
