import type { EventKind } from '../types.ts';

/** Message subtypes that are no person's words, and what they are. Every other subtype is a message. */
export const slackSubtypes: Readonly<Record<string, { readonly kind: EventKind; readonly words: string }>> = {
  channel_join: { kind: 'note', words: 'joined the channel' },
  channel_leave: { kind: 'note', words: 'left the channel' },
  group_join: { kind: 'note', words: 'joined the channel' },
  group_leave: { kind: 'note', words: 'left the channel' },
  channel_topic: { kind: 'note', words: 'set the channel topic' },
  group_topic: { kind: 'note', words: 'set the channel topic' },
  channel_purpose: { kind: 'note', words: 'set the channel description' },
  group_purpose: { kind: 'note', words: 'set the channel description' },
  channel_name: { kind: 'note', words: 'renamed the channel' },
  group_name: { kind: 'note', words: 'renamed the channel' },
  channel_archive: { kind: 'note', words: 'archived the channel' },
  channel_unarchive: { kind: 'note', words: 'unarchived the channel' },
  channel_convert_to_private: { kind: 'note', words: 'made the channel private' },
  channel_canvas_updated: { kind: 'note', words: 'updated the canvas' },
  pinned_item: { kind: 'note', words: 'pinned a message' },
  unpinned_item: { kind: 'note', words: 'unpinned a message' },
  bot_add: { kind: 'note', words: 'added an integration' },
  bot_remove: { kind: 'note', words: 'removed an integration' },
  reminder_add: { kind: 'note', words: 'set a reminder' },
  huddle_thread: { kind: 'note', words: 'started a huddle' },
  sh_room_created: { kind: 'note', words: 'started a call' },
  tombstone: { kind: 'note', words: 'deleted a message' },
};

/** Subtypes of coming and going, which fold into one line with a count. */
export const slackComings: ReadonlySet<string> = new Set([
  'channel_join',
  'channel_leave',
  'group_join',
  'group_leave',
  'bot_add',
  'bot_remove',
]);
