import type { EventKind } from '#core/evidence';
import type { Precision } from '#core/time';

/** At the same instant causes stand before effects: a change, what it broke, who was told, what they said, the end. */
export const KIND_RANK: Readonly<Record<EventKind, number>> = {
  commit: 0,
  config: 1,
  'feature-flag': 2,
  deploy: 3,
  rollout: 4,
  infrastructure: 5,
  error: 6,
  log: 7,
  alert: 8,
  paged: 9,
  acknowledged: 10,
  escalated: 11,
  declared: 12,
  command: 13,
  'status-update': 14,
  message: 15,
  note: 16,
  'alert-resolved': 17,
  resolved: 18,
};

/** Coarse times stand first: `12:05` covers everything that happened in that minute. */
export const PRECISION_RANK: Readonly<Record<Precision, number>> = {
  unknown: 0,
  day: 1,
  hour: 2,
  minute: 3,
  second: 4,
};

/** Formats in which people and bots tell each other about facts. */
const CHAT_FORMAT = /slack|mattermost|teams|discord|chat|irc/u;

/** Few formats, many events: each is looked at once. */
const chatFormats = new Map<string, boolean>();

/** True for a format in which facts are only retold. */
export function isChat(format: string): boolean {
  let known = chatFormats.get(format);
  if (known === undefined) chatFormats.set(format, (known = CHAT_FORMAT.test(format)));
  return known;
}
