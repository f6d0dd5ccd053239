import type { TimelineEvent } from '#core/timeline';

type EventKind = TimelineEvent['kind'];

/**
 * How much each kind of event tells the reader of a document, 0 to 100. Kinds under {@link LEAST_WEIGHT} stand in a
 * document only where something lifts them (a moment, a suspect, a wording below).
 */
export const KIND_WEIGHT: Readonly<Record<EventKind, number>> = {
  declared: 95,
  resolved: 90,
  alert: 85,
  acknowledged: 85,
  escalated: 80,
  'status-update': 80,
  rollout: 75,
  'feature-flag': 75,
  config: 75,
  deploy: 75,
  'alert-resolved': 70,
  error: 60,
  paged: 45,
  note: 55,
  infrastructure: 45,
  command: 40,
  commit: 35,
  message: 30,
  log: 0,
};

/** An event below this weight is left to the full timeline. */
export const LEAST_WEIGHT = 40;

/** Added for what a moment points to and for suspects: they always stand in the document. */
export const ALWAYS = 1000;

/** Taken off what happened outside the incident: before it only changes matter, and those less. */
export const OUTSIDE_PENALTY = { change: 30, other: 60 } as const;

/** Taken off a command that only looks. */
export const LOOKING_PENALTY = 30;

/** Taken off an error pattern that was seen only this often: bursts explain, single lines rarely do. */
export const RARE_ERROR = { below: 3, penalty: 25 } as const;

/** Taken off a repetition of a text that already stands in the document. */
export const REPEAT_PENALTY = 50;

/** Taken off what a bot says in chat: other evidence says the same first-hand. */
export const ECHO_PENALTY = 35;

/** Taken off a change whose commit or release already stands in the document: one deploy is told by many. */
export const SAME_CHANGE_PENALTY = 40;

/** Changes of one service that follow each other within these minutes are steps of one rollout. */
export const SAME_ROLLOUT_MINUTES = 10;

/** Updates of one status page within this time say the same: the update, then what it did to each component. */
export const SAME_UPDATE_SECONDS = 60;

/** Kinds of events that change something. */
export const CHANGES: ReadonlySet<EventKind> = new Set(['commit', 'deploy', 'rollout', 'config', 'feature-flag']);

/** Format ids of chats begin with one of these. */
export const CHAT_FORMAT = /^(?:slack|mattermost|chat|teams|discord)/u;

/** Minutes before the first symptom and after the end that belong to the incident. */
export const MARGIN_MINUTES = { before: 30, after: 15 } as const;

/** How many rows a document's timeline has at most, moments and suspects not counted. */
export const ROW_LIMIT = 50;

/** Wordings of people that tell a decision, a finding or an observation; each lifts a message by its weight. */
export const TELLING_WORDS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: /\b(?:declar(?:e|ed|ing)|sev[- ]?[0-5]|incident commander|taking command)\b/iu, weight: 55 },
  { pattern: /\b(?:root cause|culprit|smoking gun|caused by|because of|turns out|found (?:it|the))\b/iu, weight: 60 },
  { pattern: /\b(?:roll(?:ed|ing)? ?back|revert(?:ed|ing)?|undo|hotfix|fix (?:is )?deployed)\b/iu, weight: 55 },
  {
    pattern: /\b(?:restart(?:ed|ing)?|scal(?:ed|ing) (?:up|out|down)|fail(?:ed|ing)? over|drain(?:ed|ing))\b/iu,
    weight: 45,
  },
  { pattern: /\b(?:disabl(?:ed|ing)|enabl(?:ed|ing)|turn(?:ed|ing) o(?:ff|n)|block(?:ed|ing))\b/iu, weight: 35 },
  {
    pattern: /\b(?:recover(?:ed|ing)|back to normal|healthy again|stable|all clear|resolved|restored)\b/iu,
    weight: 50,
  },
  {
    pattern: /\b(?:customers?|users?|support|tickets?) (?:\w+ ){0,3}(?:report|complain|cannot|can't|see|affected)/iu,
    weight: 50,
  },
  { pattern: /\b(?:ruled out|not the|looks like|suspect|correlates?|confirmed|started (?:at|after))\b/iu, weight: 30 },
  { pattern: /\b(?:down|outage|failing|timeouts?|5\d\d|spik(?:e|ing)|error rate|exhausted|saturated)\b/iu, weight: 22 },
  { pattern: /\b(?:it'?s back|again|reopen(?:ed|ing)?|re-?occur\w*)\b/iu, weight: 22 },
];

/** A question tells less than its answer. */
export const QUESTION_PENALTY = 25;

/** A name that belongs to a machine; its messages repeat what other evidence says. */
export const BOT_NAME =
  /\b(?:bot|app|alertmanager|pagerduty|opsgenie|github|gitlab|argo ?cd|grafana|sentry|statuspage|jenkins|system)\b/iu;

/** Commands that only look; they change nothing and explain little. */
export const LOOKING_COMMAND =
  /^(?:sudo )?(?:ls|cd|cat|less|more|tail|head|grep|rg|pwd|history|exit|clear|man|vim?|nano|top|htop|git (?:log|status|diff|show|blame)|kubectl(?: -n \S+)? (?:get|describe|logs|top)|docker (?:ps|logs))\b/u;
