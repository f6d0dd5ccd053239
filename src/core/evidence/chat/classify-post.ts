import type { EventKind } from '../types.ts';
import { botWordings, commandWordings } from './bot-wordings.data.ts';

/**
 * The kind of fact a chat message tells. A person's words stay a message, unless they are a command to an incident bot;
 * a bot's post is what its wording says, or a message.
 */
export function classifyPost(words: string, fromBot: boolean): EventKind {
  const start = words.trimStart();
  const wordings = start.startsWith('/') ? commandWordings : fromBot ? botWordings : [];
  return wordings.find(({ pattern }) => pattern.test(start))?.kind ?? 'message';
}
