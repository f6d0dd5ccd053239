import type { EventKind } from '../types.ts';

/** Wording of an incident bot (or of a command given to one) and the kind of fact it tells. */
export interface BotWording {
  readonly kind: EventKind;
  readonly pattern: RegExp;
}

/**
 * Slash commands people type to an incident bot: incident.io (`/inc`, `/incident`), Rootly, FireHydrant (`/fh`),
 * PagerDuty (`/pd`), Opsgenie (`/genie`), Statuspage. Words only after the command itself.
 */
export const commandWordings: readonly BotWording[] = [
  {
    kind: 'resolved',
    pattern: /^\/(?:inc(?:ident)?|rootly|fh|firehydrant|pd|genie)\b.*\b(?:resolve[d]?|close[d]?|fixed)\b/iu,
  },
  { kind: 'acknowledged', pattern: /^\/(?:inc(?:ident)?|rootly|fh|firehydrant|pd|genie)\b.*\back(?:nowledged?)?\b/iu },
  { kind: 'escalated', pattern: /^\/(?:inc(?:ident)?|rootly|fh|firehydrant|pd|genie)\b.*\b(?:escalate|page)\b/iu },
  {
    kind: 'status-update',
    pattern: /^\/(?:(?:inc(?:ident)?|rootly|fh|firehydrant|pd|genie)\b.*\b(?:update|status)|statuspage)\b/iu,
  },
  {
    kind: 'declared',
    pattern: /^\/(?:inc(?:ident)?|rootly|fh|firehydrant)\b.*\b(?:declare|new|create|start|open|trigger)\b/iu,
  },
  { kind: 'declared', pattern: /^\/(?:inc|incident|declare)\s*$/iu },
  { kind: 'alert', pattern: /^\/(?:pd|genie)\b.*\b(?:trigger|create|alert)\b/iu },
  { kind: 'deploy', pattern: /^\/(?:deploy|rollback|ship)\b/iu },
  { kind: 'feature-flag', pattern: /^\/(?:flags?|launchdarkly|unleash)\b/iu },
];

/**
 * Posts of bots: PagerDuty, Opsgenie, Alertmanager, Grafana, Datadog, incident.io, Rootly, FireHydrant, Statuspage and
 * deploy bots. Applied to messages from bots only, first match wins; a bot post without a match stays a message.
 */
export const botWordings: readonly BotWording[] = [
  // Reports of a person's own words, not of a step.
  { kind: 'note', pattern: /^(?:reminder|tip|did you know)\b/iu },
  {
    kind: 'declared',
    pattern:
      /\b(?:declared (?:an? )?(?:new )?(?:incident|sev|major)|incident (?:has been |was )?declared|new incident(?: channel)?\b(?!.*\bresolved\b)|(?:incident|sev[- ]?\d|p\d)\b.{0,60}\bdeclared\b|has (?:started|opened|created) an? incident|(?:opened|created|started) (?:an? |this |the )?incident)\b/iu,
  },
  {
    kind: 'alert-resolved',
    pattern: /\[(?:resolved|recovered|ok)(?::?\s*\d+)?\]|^(?:✅|:white_check_mark:)?\s*\*?(?:recovered|ok)\b:/iu,
  },
  {
    kind: 'alert',
    pattern:
      /\[(?:firing|alerting|triggered|alert|critical|warn(?:ing)?|no data)(?::?\s*\d+)?\]|^(?:🔥|:fire:|🚨|:rotating_light:)?\s*\*?(?:firing|alerting|triggered|alert)\b\s*[:*]/iu,
  },
  { kind: 'alert-resolved', pattern: /^(?!.*\bincident\b).*\b(?:has|have) (?:been )?(?:resolved|recovered)\b/iu },
  { kind: 'acknowledged', pattern: /\b(?<!un)(?<!not )acknowledged\b/iu },
  { kind: 'escalated', pattern: /\bescalated\b/iu },
  { kind: 'paged', pattern: /\b(?:paged|paging|notified)\b/iu },
  {
    kind: 'status-update',
    pattern:
      /\b(?:status (?:changed|updated|update|set)|posted an update|shared an update|investigating|identified|monitoring)\b/iu,
  },
  {
    kind: 'deploy',
    pattern:
      /\b(?:deploy(?:ed|ing|ment|s)?|rolled back|rolling back|rollback|released?|shipped)\b.*\b(?:started|succeeded|success(?:ful(?:ly)?)?|finished|complete[d]?|failed|to (?:prod(?:uction)?|staging|live)|version|v?\d+\.\d+)\b|^\s*(?::rocket:|🚀)/iu,
  },
  { kind: 'deploy', pattern: /\bsync(?:ed|hroni[sz]ed)?\b.*\b(?:succeeded|failed|started|revision)\b/iu },
  {
    kind: 'feature-flag',
    pattern:
      /\b(?:feature )?flag\b.*\b(?:turned (?:on|off)|enabled|disabled|toggled|changed|updated|rolled out)\b|\b(?:turned (?:on|off)|enabled|disabled|toggled)\b.*\bflag\b/iu,
  },
  {
    kind: 'resolved',
    pattern: /\b(?:incident|alert|issue|status)\b.*\b(?<!not )(?<!un)(?:resolved|closed)\b|^\s*\*?resolved\b/iu,
  },
  { kind: 'alert', pattern: /\b(?<!re)triggered\b|\bfiring\b|\balerting\b/iu },
];
