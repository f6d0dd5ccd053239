import type { EventKind } from '../types.ts';

/** What one step in the life of a PagerDuty incident means here. */
export interface PagerDutyAction {
  /** Name in keys: the same for webhooks v2 and v3 and for log entries. */
  readonly id: string;
  readonly kind: EventKind;
  /** Begins the event's text, before the incident's title. */
  readonly words: string;
  /** Names the same step in `incident.<name>` (v2, v3) or `<name>_log_entry`. */
  readonly names: readonly string[];
  /** Steps that can happen for several people at the same time carry the person in their key. */
  readonly perPerson?: boolean;
}

/**
 * Event types of webhooks v3 (https://developer.pagerduty.com/docs/webhooks-overview), v2 and log entry types of the
 * REST API. A reopened incident alerts again, so that its second impact is seen.
 */
export const pagerDutyActions: readonly PagerDutyAction[] = [
  { id: 'trigger', kind: 'alert', words: 'incident triggered', names: ['trigger', 'triggered'] },
  { id: 'notify', kind: 'paged', words: 'notified', names: ['notify'], perPerson: true },
  { id: 'acknowledge', kind: 'acknowledged', words: 'incident acknowledged', names: ['acknowledge', 'acknowledged'] },
  {
    id: 'unacknowledge',
    kind: 'note',
    words: 'incident unacknowledged',
    names: ['unacknowledge', 'unacknowledged'],
  },
  { id: 'escalate', kind: 'escalated', words: 'incident escalated', names: ['escalate', 'escalated'] },
  { id: 'delegate', kind: 'escalated', words: 'incident delegated', names: ['delegate', 'delegated'] },
  {
    id: 'assign',
    kind: 'note',
    words: 'incident assigned',
    names: ['assign', 'reassign', 'reassigned', 'assigned'],
    perPerson: true,
  },
  { id: 'annotate', kind: 'note', words: 'note', names: ['annotate', 'annotated'] },
  {
    id: 'priority',
    kind: 'note',
    words: 'priority set',
    names: ['priority_updated', 'priority_change', 'priority_updated_by_user'],
  },
  { id: 'urgency', kind: 'note', words: 'urgency changed', names: ['urgency_change', 'urgency_updated'] },
  { id: 'reopen', kind: 'alert', words: 'incident reopened', names: ['reopen', 'reopened'] },
  { id: 'resolve', kind: 'resolved', words: 'incident resolved', names: ['resolve', 'resolved'] },
  {
    id: 'responder-add',
    kind: 'paged',
    words: 'responder requested',
    names: ['responder.added', 'responder_request', 'add_responders'],
    perPerson: true,
  },
  {
    id: 'responder-reply',
    kind: 'note',
    words: 'responder replied',
    names: ['responder.replied', 'responder_request_reply', 'responder_reply'],
    perPerson: true,
  },
  {
    id: 'status-update',
    kind: 'status-update',
    words: 'status update',
    names: ['status_update_published', 'status_update'],
  },
  { id: 'snooze', kind: 'note', words: 'incident snoozed', names: ['snooze', 'snoozed'] },
  { id: 'unsnooze', kind: 'note', words: 'incident unsnoozed', names: ['unsnooze', 'unsnoozed'] },
  { id: 'merge', kind: 'note', words: 'incidents merged', names: ['merge', 'merged', 'merge_incidents'] },
  {
    id: 'repeat-escalation',
    kind: 'escalated',
    words: 'escalation path repeated',
    names: ['repeat_escalation_path'],
  },
  {
    id: 'exhaust-escalation',
    kind: 'escalated',
    words: 'escalation path exhausted',
    names: ['exhaust_escalation_path'],
  },
  {
    id: 'trigger-limit',
    kind: 'note',
    words: 'trigger limit reached',
    names: ['reach_trigger_limit', 'reach_ack_limit'],
  },
];
