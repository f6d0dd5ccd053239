import type { TimelineEvent } from '#core/timeline';

type EventKind = TimelineEvent['kind'];

/** How severities are written. */
export const SEVERITY_WORDING = /\bSEV[- ]?[0-5]\b|(?<![\w.])P[0-4](?![\w.])/iu;

/** Kinds of events that may state the severity of the incident, the most telling first. */
export const SEVERITY_KINDS: readonly EventKind[] = [
  'declared',
  'message',
  'paged',
  'escalated',
  'status-update',
  'alert',
];

/** A severity in a message counts where the same message declares. */
export const DECLARING = /\b(?:declar(?:e|ed|ing)|opening|this is (?:a|an)|treating (?:this|it) as)\b/iu;

/** Wordings by which a person takes command, where the message is by that person. */
export const TAKING_COMMAND =
  /\b(?:i(?:'m| am|'ll be| will be|'ll take|'ll run|'ve got) (?:the )?(?:incident )?(?:commander|command|ic)\b|taking (?:incident )?command|(?:incident )?commander here)/iu;

/** Links to systems that a document names, found in the raw text of evidence. */
export const EVIDENCE_LINKS = {
  pager: /https?:\/\/(?!api\.)[\w.-]+\.(?:pagerduty|opsgenie)\.com\/(?:incidents|alert\/detail|alerts)\/[\w-]+/iu,
  chatThread: /https?:\/\/[\w.-]+\.slack\.com\/archives\/[\w]+(?:\/p\d+)?/iu,
  statusPage:
    /https?:\/\/(?:stspg\.io\/[\w]+|status\.[\w.-]+\/incidents\/[\w]+|[\w.-]+\.statuspage\.io\/incidents\/[\w]+)/iu,
} as const;
