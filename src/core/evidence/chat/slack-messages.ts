import { FactCollector } from '../facts/fact-collector.ts';
import { list, nodeAt, text } from '../facts/json-fields.ts';
import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import { indexText } from '../source-text.ts';
import type { EvidenceText, Format, Lookups, Sample } from '../types.ts';
import { addSlackMessage, type SlackPlace } from './slack-message.ts';

const TIMESTAMP = /^\d{9,11}\.\d{1,6}$/u;

/** Slack messages: a channel's day of an export, or the answer of `conversations.history` and `conversations.replies`. */
export const slackMessages: Format = {
  id: 'slack-messages',
  label: 'Slack messages',
  recognise(sample) {
    const messages = valuesOf(sample).flatMap(messagesIn).slice(0, 20);
    return messages.length === 0 ? 0 : messages.filter(isMessage).length / messages.length;
  },
  read(input, { lookups }) {
    const out = new FactCollector(indexText(input));
    const messages = readDocuments(input).roots.flatMap(messageNodes);
    const place = placeOf(input, messages, lookups);
    for (const message of messages) {
      out.begin('slack-messages');
      addSlackMessage(message, place, out);
    }
    const { events, findings } = out.reading();
    return { events, findings: [...documentFindings(input), ...findings] };
  },
};

function valuesOf({ json, jsonLines }: Sample): readonly unknown[] {
  return json === undefined ? jsonLines : [json];
}

function messagesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return [];
  if ('messages' in value && Array.isArray(value.messages)) return value.messages as readonly unknown[];
  return [value];
}

function isMessage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('event' in value && 'event_id' in value) return isMessage(value.event);
  if (!('ts' in value)) return false;
  const speaks = ['text', 'user', 'bot_id', 'username', 'subtype', 'blocks'].some((key) => key in value);
  return speaks && typeof value.ts === 'string' && TIMESTAMP.test(value.ts);
}

function messageNodes(root: JsonNode): readonly JsonNode[] {
  if (root.type === 'array') return root.items();
  return nodeAt(root, 'messages') === undefined ? [root] : list(root, 'messages');
}

/** The channel is a field of the message, or the folder of an export's day file `channel/2024-01-15.json`. */
function placeOf(input: EvidenceText, messages: readonly JsonNode[], lookups: Lookups): SlackPlace {
  const parents = new Map<string, string>();
  for (const message of messages) {
    const ts = text(message, 'ts');
    if (ts !== undefined && (nodeAt(message, 'reply_count') !== undefined || text(message, 'thread_ts') === ts)) {
      parents.set(ts, text(message, 'text') ?? '');
    }
  }
  return {
    folder: /([^/\\]+)[/\\]\d{4}-\d\d-\d\d\.json$/u.exec(input.file)?.[1],
    parents,
    lookups: withProfiles(lookups, messages),
  };
}

/** Messages carry the profile of who wrote them; names from `users.json` go first. */
function withProfiles(lookups: Lookups, messages: readonly JsonNode[]): Lookups {
  const people = new Map<string, string>();
  for (const message of messages) {
    const id = text(message, 'user');
    const name = text(message, 'user_profile.display_name') ?? text(message, 'user_profile.real_name');
    if (id !== undefined && name !== undefined) people.set(id, name);
  }
  for (const [id, name] of lookups.people) people.set(id, name);
  return { ...lookups, people };
}
