import { firstText, list, nodeAt } from '../facts/json-fields.ts';
import type { JsonNode } from '../json-node.ts';
import { readDocuments } from '../read-documents.ts';
import type { EvidenceText, Format, Sample } from '../types.ts';

/** `users.json` of a Slack export, or the answer of `users.list`: names for the ids in messages. */
export const slackUsers: Format = {
  id: 'slack-users',
  label: 'Slack users',
  recognise: (sample) =>
    share(sample, 'members', (user) => /^[UWB][A-Z0-9]{5,}$/u.test(String(user['id'])) && 'profile' in user),
  provide(input) {
    const people = new Map<string, string>();
    for (const user of entriesOf(input, ['members', 'users'])) {
      const id = firstText(user, ['id']);
      const name = firstText(user, NAMES);
      if (id === undefined || name === undefined) continue;
      people.set(id, name);
      const bot = firstText(user, ['profile.bot_id']);
      if (bot !== undefined) people.set(bot, name);
    }
    return { people };
  },
  read: () => ({ events: [], findings: [] }),
};

const NAMES = ['profile.display_name', 'profile.real_name', 'real_name', 'name'];

/** `channels.json` (also `groups.json`, `mpims.json`) of a Slack export, or the answer of `conversations.list`. */
export const slackChannels: Format = {
  id: 'slack-channels',
  label: 'Slack channels',
  recognise: (sample) =>
    share(
      sample,
      'channels',
      (channel) => /^[CG][A-Z0-9]{5,}$/u.test(String(channel['id'])) && 'name' in channel && 'created' in channel,
    ),
  provide(input) {
    const channels = new Map<string, string>();
    for (const channel of entriesOf(input, ['channels'])) {
      const id = firstText(channel, ['id']);
      const name = firstText(channel, ['name']);
      if (id !== undefined && name !== undefined) channels.set(id, name);
    }
    return { channels };
  },
  read: () => ({ events: [], findings: [] }),
};

function share(sample: Sample, key: string, fits: (entry: Record<string, unknown>) => boolean): number {
  const json = sample.json as Record<string, unknown> | undefined;
  const entries: unknown = Array.isArray(json) ? json : (json?.[key] ?? json?.['users']);
  if (!Array.isArray(entries) || entries.length === 0) return 0;
  const objects = (entries as unknown[]).slice(0, 20).filter((entry) => typeof entry === 'object' && entry !== null);
  return objects.filter((entry) => fits(entry as Record<string, unknown>)).length / Math.min(20, entries.length);
}

function entriesOf(input: EvidenceText, keys: readonly string[]): readonly JsonNode[] {
  return readDocuments(input).roots.flatMap((root) => {
    if (root.type === 'array') return root.items();
    const key = keys.find((name) => nodeAt(root, name) !== undefined);
    return key === undefined ? [] : list(root, key);
  });
}
