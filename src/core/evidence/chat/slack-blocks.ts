import type { JsonNode } from '../json-node.ts';
import { list, nodeAt, text } from '../facts/json-fields.ts';
import type { Lookups } from '../types.ts';
import { slackText } from './slack-text.ts';

type Names = Pick<Lookups, 'people' | 'channels'>;

/** Text of Block Kit blocks (rich text, sections, headers, contexts), one line a block. */
export function slackBlocks(blocks: readonly JsonNode[], names: Names): string {
  return blocks
    .map((block) => blockText(block, names))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function blockText(block: JsonNode, names: Names): string {
  const own = nodeAt(block, 'text.text') ?? nodeAt(block, 'title.text') ?? nodeAt(block, 'text');
  const parts = own?.type === 'string' ? [slackText(own.string() ?? '', names)] : [];
  const fields = list(block, 'fields').map((field) => slackText(text(field, 'text') ?? '', names));
  const nested = [...list(block, 'elements'), ...list(block, 'rows').flatMap((row) => row.items())];
  const separator = /^rich_text_(?:section|quote|preformatted)$/u.test(text(block, 'type') ?? '') ? '' : '\n';
  const inner = nested.map((element) => elementText(element, names)).filter((part) => part !== '');
  return [...parts, ...fields, ...(inner.length > 0 ? [inner.join(separator)] : [])].join('\n');
}

function elementText(element: JsonNode, names: Names): string {
  switch (text(element, 'type') ?? '') {
    case 'text':
      return verbatim(element);
    case 'user':
      return reference('@', text(element, 'user_id'), names.people);
    case 'channel':
      return reference('#', text(element, 'channel_id'), names.channels);
    case 'usergroup':
      return reference('@', text(element, 'usergroup_id'), names.people);
    case 'broadcast':
      return `@${text(element, 'range') ?? 'channel'}`;
    case 'emoji':
      return `:${text(element, 'name') ?? ''}:`;
    case 'link':
      return linkText(text(element, 'text'), text(element, 'url') ?? '');
    default:
      return blockText(element, names);
  }
}

function reference(sign: string, id: string | undefined, names: ReadonlyMap<string, string>): string {
  return `${sign}${names.get(id ?? '') ?? id ?? ''}`;
}

function linkText(label: string | undefined, url: string): string {
  return label === undefined || label === url ? url : `${label} (${url})`;
}

/** The text with the blanks at its ends: they separate it from its neighbours. */
function verbatim(element: JsonNode): string {
  const value = nodeAt(element, 'text')?.value;
  return typeof value === 'string' ? value : '';
}
