import { toLine, toProse } from '#core/record';

import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import type { Block } from '../spec.ts';
import { list, type ItemCodec, type ListOptions } from './list.ts';

/** Names of the boxes that factors are ticked in, by lower case. */
type Boxed = ReadonlyMap<string, string>;

/** `- Factor: explanation` for factors that have no box of their own, and for what is to be said of a ticked one. */
export function factorDetails(boxes: readonly string[], options: Omit<ListOptions, 'path' | 'codec'>): Block {
  const boxed: Boxed = new Map(boxes.map((box) => [box.toLowerCase(), box]));
  const reader = list({ ...options, path: 'factors', codec: factorDetail(boxed) });
  return {
    ...reader,
    read(section, findings) {
      const ticked = findings.get('factors');
      const known = Array.isArray(ticked) ? (ticked as Record<string, unknown>[]) : [];
      const codec = withBoxes(boxed, known, (index, details) => {
        findings.set(`factors.${String(index)}.details`, details);
      });
      list({ ...options, path: 'factors', codec }).read(section, findings);
    },
  };
}

/** Details of a ticked box go to its factor; everything else is a factor of its own. */
function withBoxes(
  boxed: Boxed,
  known: readonly Record<string, unknown>[],
  attach: (index: number, details: string) => void,
): ItemCodec {
  const codec = factorDetail(boxed);
  return {
    print: (item, index) => codec.print(item, index),
    parse(text) {
      const factor = codec.parse(text);
      if (factor === null || factor === 'prompt' || typeof factor['details'] !== 'string') return factor;
      const box = boxed.get(String(factor['text']).toLowerCase());
      const index = known.findIndex((entry) => entry['category'] === box && entry['details'] === undefined);
      if (box === undefined || index === -1) return factor;
      attach(index, factor['details']);
      return {};
    },
  };
}

function factorDetail(boxed: Boxed): ItemCodec {
  return {
    print(item) {
      const box = typeof item['category'] === 'string' ? boxed.get(item['category'].toLowerCase()) : undefined;
      const details = typeof item['details'] === 'string' ? item['details'] : undefined;
      if (box !== undefined) return details === undefined ? null : `${box}: ${details}`;
      const text = guardPlaceholder(String(item['text']));
      return details === undefined ? text : `${text}: ${details}`;
    },
    parse(text) {
      const match = /^([^\n:]+): ([\s\S]+)$/u.exec(text.replace(/^\*\*([^*\n:]+)(?::\*\*|\*\*:)/u, '$1:'));
      if (match !== null && isPlaceholder(match[1] ?? '') && isPlaceholder(match[2] ?? '')) return 'prompt';
      const name = toProse(match?.[1] ?? text);
      return {
        text: name === undefined ? undefined : unguardPlaceholder(name),
        ...(match?.[2] === undefined ? {} : { details: toProse(match[2]) }),
      };
    },
  };
}

/** `1. **Detection:** alerting noticed it within 3 minutes`. */
export const categorisedItem: ItemCodec = {
  print: (item) =>
    typeof item['category'] === 'string' ? `**${item['category']}:** ${String(item['text'])}` : String(item['text']),
  parse(text) {
    const match = /^\*\*([^*\n:]+)(?::\*\*|\*\*:)[ \t]*([\s\S]+)$/u.exec(text);
    const body = toProse(match?.[2] ?? '');
    const category = toLine(match?.[1] ?? '');
    if (body !== undefined && category !== undefined && isPlaceholder(body) && isPlaceholder(category)) return 'prompt';
    return body === undefined || category === undefined ? { text } : { category, text: body };
  },
};

/** A question that a template asks, with how it starts in any wording. */
export interface KnownQuestion {
  readonly text: string;
  readonly opening: RegExp;
}

/** `- **Question?** answer`, or a question that the template asks with its answer behind it, however they are parted. */
export function questionItem(known: readonly KnownQuestion[]): ItemCodec {
  const parse = (text: string): Question => splitQuestion(text, known);
  return {
    print(item) {
      const question = String(item['question']);
      if (typeof item['answer'] === 'string') return `**${question}** ${guardPlaceholder(item['answer'])}`;
      return isSame(parse(question), question) ? question : `**${question}**`;
    },
    parse,
  };
}

type Question = { question: string | undefined; answer?: string } | 'prompt';

const BOLD = /^\*\*((?:(?!\*\*)[\s\S])+)\*\*(?:$|[ \n]([\s\S]+)$)/u;

function isSame(read: Question, question: string): boolean {
  return read !== 'prompt' && read.answer === undefined && read.question === question;
}

function splitQuestion(text: string, known: readonly KnownQuestion[]): Question {
  const bold = BOLD.exec(text);
  if (bold) return pair(bold[1] ?? '', bold[2]);
  const opening = known.map((question) => question.opening.exec(text)?.[0]).find((start) => start !== undefined);
  if (opening !== undefined) {
    const answer = text.slice(opening.length).replace(/^\s*(?:[?:;,.—–→-]|->|=>)*\s+/u, '');
    return answer === text.slice(opening.length) ? { question: text } : pair(opening, answer);
  }
  const asked = /^([^?\n]+\?)\s+(\S[\s\S]*)$/u.exec(text);
  return asked ? pair(asked[1] ?? '', asked[2]) : { question: text };
}

function pair(question: string, answer: string | undefined): Question {
  const text = toProse(answer ?? '');
  if (text !== undefined && isPlaceholder(text)) return 'prompt';
  return { question: toProse(question), ...(text === undefined ? {} : { answer: unguardPlaceholder(text) }) };
}
