import { toLine, toProse } from '#core/record';

import { isPlaceholder } from '../placeholder.ts';
import type { ItemCodec } from './list.ts';

/** `- Factor: explanation` for factors that have no box of their own. */
export function factorDetail(boxed: ReadonlySet<string>): ItemCodec {
  return {
    print(item) {
      if (typeof item['category'] === 'string' && boxed.has(item['category'])) return null;
      const text = String(item['text']);
      return typeof item['details'] === 'string' ? `${text}: ${item['details']}` : text;
    },
    parse(text) {
      const match = /^([^\n:]+): ([\s\S]+)$/u.exec(text);
      if (isPlaceholder(match?.[1] ?? '') && isPlaceholder(match?.[2] ?? '')) return null;
      const name = toProse(match?.[1] ?? text);
      return { text: name, ...(match?.[2] === undefined ? {} : { details: toProse(match[2]) }) };
    },
  };
}

/** `1. **Detection:** alerting noticed it within 3 minutes`. */
export const categorisedItem: ItemCodec = {
  print: (item) => (typeof item['category'] === 'string' ? `**${item['category']}:** ${String(item['text'])}` : String(item['text'])),
  parse(text) {
    const match = /^\*\*([^*\n:]+)(?::\*\*|\*\*:)[ \t]*([\s\S]+)$/u.exec(text);
    const body = toProse(match?.[2] ?? '');
    const category = toLine(match?.[1] ?? '');
    return body === undefined || category === undefined ? { text } : { category, text: body };
  },
};

/** `- **Question?** answer`; an item without a bold start is a question that holds its answer. */
export const questionItem: ItemCodec = {
  print: (item) => (typeof item['answer'] === 'string' ? `**${String(item['question'])}** ${item['answer']}` : String(item['question'])),
  parse(text) {
    const match = /^\*\*((?:(?!\*\*)[\s\S])+)\*\* ([\s\S]+)$/u.exec(text);
    return match === null ? { question: text } : { question: toProse(match[1] ?? ''), answer: toProse(match[2] ?? '') };
  },
};
