import { bareTitle } from '../facts/bare-title.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { firstText, lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { systemTime } from '../facts/system-time.ts';
import type { JsonNode } from '../json-node.ts';
import type { EventKind, Lookups } from '../types.ts';
import { classifyPost } from './classify-post.ts';
import { messageFold } from './message-fold.ts';
import { pagerHints } from './post-hints.ts';
import { postWords, quotedNames } from './post-words.ts';
import { slackBlocks } from './slack-blocks.ts';
import { slackComings, slackSubtypes } from './slack-subtypes.data.ts';
import { slackText } from './slack-text.ts';

/** What surrounds the messages of one file. */
export interface SlackPlace {
  /** Channel as the folder of the file says. */
  readonly folder: string | undefined;
  /** Texts of thread parents by their `ts`. */
  readonly parents: ReadonlyMap<string, string>;
  readonly lookups: Lookups;
}

/** Adds the event of one message. */
export function addSlackMessage(envelope: JsonNode, place: SlackPlace, out: FactCollector): void {
  const message = nodeAt(envelope, 'event') ?? nodeAt(envelope, 'message') ?? envelope;
  const subtype = text(message, 'subtype') ?? '';
  const known = slackSubtypes[subtype];
  const bot = isBot(message, subtype);
  const full = fullText(message, place.lookups);
  const words = postWords(full === '' ? emptyWords(message, known?.words) : full);
  const kind = known?.kind ?? classifyPost(words.text, bot);
  const author = authorOf(message, place.lookups);
  const channel = channelOf(message, place);
  out.add(envelope, {
    at: out.time(message, 'ts'),
    endedAt: subtype === 'huddle_thread' ? out.optionalTime(message, 'room.date_end') : undefined,
    kind,
    text: words.text,
    actor: author.name,
    key: keyOf(message, author.id),
    hints: bot ? botHints(message, full, kind) : [],
    fold: foldOf({ bot, subtype, words: words.text, author: author.name }),
    names: [channel === undefined ? undefined : `#${channel}`, ...quotedNames(full)],
    details:
      [words.details, detailsOf(message, place, channel)].filter((part) => part !== undefined).join('\n') || undefined,
  });
}

/** Text, else blocks; attachments belong to it where they hold the words, as in posts of bots. */
function fullText(message: JsonNode, lookups: Lookups): string {
  const own = slackText(text(message, 'text') ?? '', lookups) || slackBlocks(list(message, 'blocks'), lookups);
  const attachments = list(message, 'attachments').map((attachment) => attachmentText(attachment, lookups));
  const added = attachments.filter((part) => part !== '' && !own.includes(part));
  return [own, ...added].filter((part) => part !== '').join('\n');
}

function attachmentText(attachment: JsonNode, lookups: Lookups): string {
  const parts = ['pretext', 'title', 'text'].map((key) => slackText(text(attachment, key) ?? '', lookups));
  const fields = list(attachment, 'fields').map(
    (field) => `${text(field, 'title') ?? ''}: ${slackText(text(field, 'value') ?? '', lookups)}`,
  );
  const blocks = slackBlocks(
    [...list(attachment, 'blocks'), ...list(attachment, 'message_blocks.0.message.blocks')],
    lookups,
  );
  const known = [...parts, ...fields, blocks].filter((part) => part !== '');
  return known.length > 0 ? known.join('\n') : slackText(text(attachment, 'fallback') ?? '', lookups);
}

function emptyWords(message: JsonNode, subtypeWords: string | undefined): string {
  const files = fileNames(message);
  return subtypeWords ?? (files === '' ? 'Message without text' : `Shared ${files}`);
}

function fileNames(message: JsonNode): string {
  return [...list(message, 'files'), ...(nodeAt(message, 'file') === undefined ? [] : [nodeAt(message, 'file')])]
    .map((file) => firstText(file, ['title', 'name', 'id']) ?? 'a file')
    .join(', ');
}

function isBot(message: JsonNode, subtype: string): boolean {
  return (
    subtype === 'bot_message' || text(message, 'bot_id') !== undefined || nodeAt(message, 'bot_profile') !== undefined
  );
}

function authorOf(
  message: JsonNode,
  { people }: Lookups,
): { readonly id: string | undefined; readonly name: string | undefined } {
  const id = firstText(message, ['user', 'bot_id', 'username']);
  const named = firstText(message, [
    'username',
    'bot_profile.name',
    'user_profile.display_name',
    'user_profile.real_name',
  ]);
  return { id, name: people.get(text(message, 'user') ?? '') ?? named ?? people.get(id ?? '') ?? id };
}

function channelOf(message: JsonNode, { folder, lookups }: SlackPlace): string | undefined {
  const id = text(message, 'channel');
  return text(message, 'channel_name') ?? (id === undefined ? folder : (lookups.channels.get(id) ?? id));
}

/**
 * Who and when: the same from an export and from the API, whose answers do not name their channel. `ts` is unique to
 * the microsecond.
 */
function keyOf(message: JsonNode, author: string | undefined): string | undefined {
  const ts = text(message, 'ts');
  return ts === undefined || author === undefined ? undefined : `slack:${author}:${ts}`;
}

function botHints(message: JsonNode, full: string, kind: EventKind): readonly (string | undefined)[] {
  const titles = list(message, 'attachments').flatMap((attachment) => [
    text(attachment, 'title'),
    text(attachment, 'fallback'),
  ]);
  return [...[...titles, full.split('\n')[0]].map(bareTitle), ...pagerHints(JSON.stringify(message.value), kind)];
}

interface Foldable {
  readonly bot: boolean;
  readonly subtype: string;
  readonly words: string;
  readonly author: string | undefined;
}

/** Only what machines write folds: posts of bots, people coming and going. Never a person's words. */
function foldOf({ bot, subtype, words, author }: Foldable): string | undefined {
  if (slackComings.has(subtype)) return `slack ${subtype}`;
  return bot ? `${author ?? 'bot'}: ${messageFold(words)}` : undefined;
}

function detailsOf(message: JsonNode, place: SlackPlace, channel: string | undefined): string | undefined {
  const thread = text(message, 'thread_ts');
  const reply = thread !== undefined && thread !== text(message, 'ts');
  const parent = thread === undefined ? undefined : place.parents.get(thread);
  const edited = timeOf(text(message, 'edited.ts'));
  return lines({
    channel: channel === undefined ? undefined : `#${channel}`,
    'reply to': reply
      ? parent === undefined
        ? `a message of ${timeOf(thread) ?? thread}`
        : postWords(slackText(parent, place.lookups)).text
      : undefined,
    edited: edited === undefined ? undefined : `${edited}${editor(message, place)}`,
    files: fileNames(message),
    reactions: list(message, 'reactions')
      .map((reaction) => `:${text(reaction, 'name') ?? '?'}: ${text(reaction, 'count') ?? ''}`.trim())
      .join(', '),
    huddle: list(message, 'room.participant_history')
      .map((id) => place.lookups.people.get(id.scalar() ?? '') ?? id.scalar() ?? '')
      .join(', '),
  });
}

function editor(message: JsonNode, { lookups }: SlackPlace): string {
  const id = text(message, 'edited.user');
  return id === undefined || id === text(message, 'user') ? '' : ` by ${lookups.people.get(id) ?? id}`;
}

function timeOf(ts: string | undefined): string | undefined {
  return ts === undefined ? undefined : (systemTime(ts)?.instant ?? undefined);
}
