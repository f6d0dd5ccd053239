import { toProse } from '#core/record';

import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import { encodeCell } from '../text-codec.ts';
import type { Block } from '../spec.ts';
import { list, type Examples, type ItemCodec } from './list.ts';
import { rows, type TableStyle } from './table.ts';

/** `(from 2)` behind a why whose parent is not the one before it; `(new)` where it starts a branch of its own. */
const ORIGIN = /\s*_\((?:from (\d+)|new)\)_$/u;

function originOf(item: Record<string, unknown>, index: number): string {
  const expected = index === 0 ? null : index - 1;
  if (item['parent'] === expected) return '';
  return typeof item['parent'] === 'number' ? ` _(from ${String(item['parent'] + 1)})_` : ' _(new)_';
}

/** Splits the origin off a text. A why without one continues the one before it, which the record builder fills in. */
function splitOrigin(text: string): { text: string; parent: number | null | undefined } {
  const match = ORIGIN.exec(text);
  if (match === null) return { text, parent: undefined };
  return { text: text.slice(0, match.index), parent: match[1] === undefined ? null : Number(match[1]) - 1 };
}

function parseWhy(text: string, separator: RegExp): Record<string, unknown> {
  const { text: body, parent } = splitOrigin(text);
  const match = separator.exec(body);
  const question = match === null ? undefined : toProse(match[1] ?? '');
  const rest = toProse(match === null ? body : body.slice(match[0].length));
  const answer = rest === undefined || isPlaceholder(rest) ? undefined : unguardPlaceholder(rest);
  return { parent, ...(question === undefined ? {} : { question }), ...(answer === undefined ? {} : { answer }) };
}

/** `**Why?** [First level cause]` */
function isWhyPrompt(text: string): boolean {
  return isPlaceholder(text.replace(/^\*\*Why\?\*\*/u, ''));
}

const BOLD_QUESTION = /^\*\*((?:(?!\*\*)[\s\S])+)\*\*[ ]?(?:(?:→|->|=>|–|—)[ ]?)?/u;

/** `1. **Why did it fail?** → Because …`, or without the arrow. The plain question `Why?` is not kept. */
function whyItem(arrow: string): ItemCodec {
  return {
    print(item, index) {
      const question = typeof item['question'] === 'string' ? item['question'] : 'Why?';
      const answer = typeof item['answer'] === 'string' ? guardPlaceholder(item['answer']) : '';
      return `**${question}**${answer === '' ? '' : `${arrow}${answer}`}${originOf(item, index)}`;
    },
    parse(text) {
      const why = parseWhy(text, BOLD_QUESTION);
      if (why['answer'] === undefined && (why['question'] === 'Why?' || why['question'] === undefined))
        return isWhyPrompt(text) ? 'prompt' : null;
      return why['question'] === 'Why?' ? { ...why, question: undefined } : why;
    },
  };
}

/** The whys as a numbered list. */
export function whyList(arrow: string, prompts: readonly string[], examples?: Examples): Block {
  return list({
    path: 'whys',
    numbered: true,
    codec: whyItem(arrow),
    prompts,
    ...(examples === undefined ? {} : { examples }),
  });
}

const WHY_HEADERS = { parent: 'Why #', question: 'Question', answer: 'Answer' };

/** The whys as a table `| Why # | Question | Answer |`, or under the headings of another template. */
export function whyTable(style: TableStyle, headers: typeof WHY_HEADERS = WHY_HEADERS): Block {
  return rows({
    path: 'whys',
    required: 'parent',
    contents: ['question', 'answer'],
    style,
    columns: [
      {
        header: headers.parent,
        aliases: ['why', '#', 'no', 'level'],
        key: 'parent',
        print: (_value, item) => `Why ${String(item['position'])}${originOf(item, Number(item['position']) - 1)}`,
        parse: (text) => ({ parent: splitOrigin(text).parent }),
      },
      {
        header: headers.question,
        key: 'question',
        type: 'prose',
        print: (value) => (typeof value === 'string' ? encodeCell(value) : ''),
      },
      { header: headers.answer, key: 'answer', type: 'prose' },
    ],
    prompts: [1, 2, 3, 4, 5].map((n) => [
      `Why ${String(n)}`,
      n === 1 ? '[Why did users notice it?]' : '[Why did that happen?]',
      '[Answer]',
    ]),
  });
}
