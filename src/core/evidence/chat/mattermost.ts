import { FactCollector } from '../facts/fact-collector.ts';
import { list, nodeAt, text } from '../facts/json-fields.ts';
import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import { indexText } from '../source-text.ts';
import type { EvidenceText, Format, Lookups, Reading } from '../types.ts';
import { addMattermostPost } from './mattermost-post.ts';

const LINE_TYPES: ReadonlySet<unknown> = new Set([
  'version',
  'team',
  'channel',
  'user',
  'post',
  'direct_channel',
  'direct_post',
  'emoji',
  'scheme',
  'role',
  'bot',
]);

/** Mattermost bulk export: JSON lines `{"type": "post", "post": {…}}`. */
export const mattermostExport: Format = {
  id: 'mattermost-export',
  label: 'Mattermost export',
  recognise({ json, jsonLines }) {
    const values = json === undefined ? jsonLines : [json];
    const fitting = values.filter((value) => isExportLine(value));
    return values.length === 0 ? 0 : fitting.length / values.length;
  },
  provide(input) {
    const people = new Map<string, string>();
    for (const root of readDocuments(input).roots) {
      const id = text(root, 'user.username');
      const name = fullName(nodeAt(root, 'user'));
      if (id !== undefined && name !== undefined) people.set(id, name);
    }
    return { people };
  },
  read(input, { lookups }) {
    return readWith(input, 'mattermost-export', (root, out) => {
      const post = nodeAt(root, 'post') ?? nodeAt(root, 'direct_post');
      if (post !== undefined) addExportedPost(post, lookups, out);
    });
  },
};

/** Posts of the Mattermost API: `{order: […], posts: {id: {…}}}`. */
export const mattermostPosts: Format = {
  id: 'mattermost-posts',
  label: 'Mattermost posts (API)',
  recognise({ json }) {
    if (typeof json !== 'object' || json === null || !('posts' in json) || !('order' in json)) return 0;
    const [first] = Object.values(json.posts as Record<string, unknown>);
    return typeof first === 'object' && first !== null && 'create_at' in first ? 1 : 0.4;
  },
  read(input, { lookups }) {
    return readWith(input, 'mattermost-posts', (root, out) => {
      for (const [, post] of nodeAt(root, 'posts')?.entries() ?? []) {
        const channel = text(post, 'channel_id');
        const name = channel === undefined ? undefined : (lookups.channels.get(channel) ?? channel);
        addMattermostPost(post, { user: text(post, 'user_id'), channel: name, lookups }, out);
      }
    });
  },
};

function readWith(
  input: EvidenceText,
  format: string,
  readRoot: (root: JsonNode, out: FactCollector) => void,
): Reading {
  const out = new FactCollector(indexText(input));
  for (const root of readDocuments(input).roots) {
    out.begin(format);
    readRoot(root, out);
  }
  const { events, findings } = out.reading();
  return { events, findings: [...documentFindings(input), ...findings] };
}

function isExportLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value) || !LINE_TYPES.has(value.type)) return false;
  return value.type === 'version' ? 'version' in value : String(value.type) in value;
}

function fullName(user: JsonNode | undefined): string | undefined {
  const name = [text(user, 'first_name'), text(user, 'last_name')].filter((part) => part !== undefined).join(' ');
  return text(user, 'nickname') ?? (name === '' ? text(user, 'username') : name);
}

function addExportedPost(post: JsonNode, lookups: Lookups, out: FactCollector): void {
  const members = list(post, 'channel_members').flatMap((member) => member.scalar() ?? []);
  const channel = text(post, 'channel') ?? (members.length > 0 ? members.join(', ') : undefined);
  addMattermostPost(post, { user: text(post, 'user'), channel, lookups }, out);
  const parent = text(post, 'message');
  for (const reply of list(post, 'replies')) {
    addMattermostPost(reply, { user: text(reply, 'user'), channel, parent, lookups }, out);
  }
}
