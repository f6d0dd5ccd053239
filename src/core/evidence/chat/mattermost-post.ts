import { bareTitle } from '../facts/bare-title.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { lines, list, text } from '../facts/json-fields.ts';
import type { JsonNode } from '../json-node.ts';
import type { Lookups } from '../types.ts';
import { systemTime } from '../facts/system-time.ts';
import { classifyPost } from './classify-post.ts';
import { messageFold } from './message-fold.ts';
import { postWords, quotedNames } from './post-words.ts';

/** What surrounds a post. */
export interface MattermostPlace {
  readonly user: string | undefined;
  readonly channel: string | undefined;
  /** Text of the post it answers. */
  readonly parent?: string | undefined;
  readonly lookups: Lookups;
}

/** Adds the event of one post or reply. */
export function addMattermostPost(
  post: JsonNode,
  { user, channel, parent, lookups }: MattermostPlace,
  out: FactCollector,
): void {
  const attachments = list(post, 'props.attachments').map(
    (entry) => text(entry, 'text') ?? text(entry, 'fallback') ?? '',
  );
  const full = [text(post, 'message') ?? '', ...attachments].filter((part) => part !== '').join('\n');
  const files = list(post, 'attachments')
    .map((file) => text(file, 'path') ?? '')
    .join(', ');
  const words = postWords(full === '' ? (files === '' ? 'Message without text' : `Shared ${files}`) : full);
  const type = text(post, 'type') ?? '';
  const bot = isBot(post);
  const author = text(post, 'props.override_username') ?? lookups.people.get(user ?? '') ?? user;
  const at = out.time(post, 'create_at');
  const identity = text(post, 'create_at');
  const system = type.startsWith('system_');
  out.add(post, {
    at,
    kind: system ? 'note' : classifyPost(words.text, bot),
    text: words.text,
    actor: author,
    key: identity === undefined || user === undefined ? undefined : `mattermost:${user}:${identity}`,
    hints: bot ? [bareTitle(full.split('\n')[0])] : [],
    fold: /^system_(?:join|leave|add_to|remove_from)/u.test(type)
      ? `mattermost ${type}`
      : bot
        ? `${author ?? 'bot'}: ${messageFold(words.text)}`
        : undefined,
    names: [channel === undefined ? undefined : `#${channel}`, ...quotedNames(full)],
    details:
      [words.details, detailsOf(post, channel, parent)].filter((part) => part !== undefined).join('\n') || undefined,
  });
}

function isBot(post: JsonNode): boolean {
  const marks = [post.get('props', 'from_webhook'), post.get('props', 'from_bot'), post.get('is_bot')];
  return marks.some((mark) => mark?.scalar() === 'true');
}

function detailsOf(post: JsonNode, channel: string | undefined, parent: string | undefined): string | undefined {
  const edited = text(post, 'edit_at');
  return lines({
    channel: channel === undefined ? undefined : `#${channel}`,
    'reply to': parent === undefined ? undefined : postWords(parent).text,
    edited: edited === undefined ? undefined : (systemTime(edited)?.instant ?? undefined),
    reactions: list(post, 'reactions')
      .map((reaction) => `:${text(reaction, 'emoji_name') ?? '?'}:`)
      .join(', '),
  });
}
