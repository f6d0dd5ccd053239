import { decodeLine, encodeLine } from '../text-codec.ts';
import type { Chunk } from '../document-tree.ts';
import type { Block, Findings, View } from '../spec.ts';
import { claim, itemsAt, slice, unclaimed } from '../spec.ts';
import type { ItemCodec } from './list.ts';

/** One of a fixed set of boxes. */
export interface Box {
  /** Value of `key` in the item this box stands for. */
  readonly value: string;
  readonly label: string;
  readonly prompt?: string;
}

/** Settings of {@link boxes}. */
export interface BoxesOptions {
  readonly path: string;
  /** Key of the item that says which box it is. */
  readonly key: string;
  readonly entries: readonly Box[];
  /** Where text of boxes that are left open is kept. */
  readonly openPath: string;
  /** Bold labels with the item's text behind a colon. */
  readonly bold: boolean;
}

/** A fixed set of boxes; a ticked one is an item of the record, an open one only where it says something. */
export function boxes(options: BoxesOptions): Block {
  return {
    order: 3,
    render: (view) => renderBoxes(view, options),
    read(section, findings) {
      for (const chunk of unclaimed(section, 'list')) {
        const items = chunk.items ?? [];
        if (items.length === 0 || !items.every((item) => BOX.test(item.text))) continue;
        claim(section, chunk);
        for (const item of items) readBox(item.text, options, findings);
      }
    },
  };
}

const BOX = /^\[([ xX*]?)\](?:[ \t]+|$)([\s\S]*)$/u;

function renderBoxes(view: View, options: BoxesOptions): string | null {
  const items = ['x', ' '].flatMap((mark) =>
    itemsAt(view, mark === 'x' ? options.path : options.openPath).map((item) => ({ mark, item })),
  );
  const lines = options.entries.flatMap((box) => {
    const own = items.filter(({ item }) => item[options.key] === box.value);
    if (own.length === 0)
      return [boxLine(box, { mark: ' ', text: view.prompts ? box.prompt : undefined, bold: options.bold })];
    return own.map(({ mark, item }) =>
      boxLine(box, {
        mark,
        text: textOf(box, item, options.bold),
        bold: options.bold,
      }),
    );
  });
  const any = items.some(({ item }) => options.entries.some((box) => box.value === item[options.key]));
  return any || view.prompts ? lines.join('\n') : null;
}

/** A box that is ticked without a word has its label for a text. */
function textOf(box: Box, item: Record<string, unknown>, bold: boolean): string | undefined {
  const text = item['text'];
  return typeof text !== 'string' || (bold && text === box.label) ? undefined : encodeLine(text);
}

function boxLine(box: Box, line: { mark: string; text: string | undefined; bold: boolean }): string {
  const label = line.bold ? `**${box.label}**` : box.label;
  return `- [${line.mark}] ${label}${line.text === undefined ? '' : `: ${line.text}`}`;
}

function readBox(text: string, options: BoxesOptions, findings: Findings): void {
  const [, mark = '', rest = ''] = BOX.exec(text) ?? [];
  const box = [...options.entries].find((entry) => startsWithLabel(rest, entry.label));
  if (box === undefined) {
    findings.rest(`- ${text}`);
    return;
  }
  const behind = rest
    .replace(/^(?:\*\*)?/u, '')
    .slice(box.label.length)
    .replace(/^(?:\*\*)?:?(?:\*\*)?[ \t]*/u, '');
  const decoded = decodeLine(behind);
  findings.aside(decoded.aside);
  const ticked = mark.trim() !== '';
  if (!ticked && decoded.text === undefined) return;
  const path = ticked ? options.path : options.openPath;
  const item = `${path}.${String(findings.count(path))}`;
  findings.set(`${item}.${options.key}`, box.value);
  if (decoded.text !== undefined || (ticked && options.bold)) findings.set(`${item}.text`, decoded.text ?? box.label);
}

function startsWithLabel(text: string, label: string): boolean {
  return text.replace(/^\*\*/u, '').toLowerCase().startsWith(label.toLowerCase());
}

/** `- [x] Posted in the channel`: free boxes, ticked or not. */
export const boxItem: ItemCodec = {
  print: (item) => `[${item['done'] === true ? 'x' : ' '}] ${String(item['text'])}`,
  parse(text) {
    const match = BOX.exec(text);
    const body = match?.[2] ?? '';
    return match === null || body === '' ? null : { text: body, done: match[1]?.trim() !== '' };
  },
};

/** A fixed line of the template that states one value, as `All times in UTC.` */
export function sentence(options: {
  path: string;
  pattern: RegExp;
  print: (value: string) => string;
  prompt: string;
}): Block {
  return {
    order: 1,
    render(view) {
      const value = view.get(options.path);
      if (typeof value === 'string') return options.print(encodeLine(value));
      return view.prompts ? options.print(options.prompt) : null;
    },
    read(section, findings) {
      for (const chunk of unclaimed(section, 'paragraph')) {
        const match = options.pattern.exec(slice(section, chunk));
        if (match?.[1] === undefined) continue;
        claim(section, chunk);
        const decoded = decodeLine(match[1]);
        findings.aside(decoded.aside);
        findings.set(options.path, decoded.text);
      }
    },
  };
}

/** Settings of {@link fixed}. */
export interface FixedOptions {
  /** The sentence in our own words, for new documents. */
  readonly text: string;
  /** How the sentence starts, in every wording that is in use. */
  readonly opening: RegExp;
  /** Kinds of pieces it may stand in; a paragraph by default. */
  readonly kinds?: readonly Chunk['kind'][];
}

/** A fixed sentence of the template. It is no content: a document keeps the one it has, a new one gets ours. */
export function fixed({ text, opening, kinds = ['paragraph', 'label'] }: FixedOptions): Block {
  return {
    order: 1,
    render(view) {
      const own = itemsAt(view, 'guidance').find(
        (entry) => entry['kind'] === 'boilerplate' && opening.test(String(entry['markdown'])),
      );
      if (own !== undefined) return String(own['markdown']);
      return view.prompts ? text : null;
    },
    read(section, findings) {
      const chunk = kinds
        .flatMap((kind) => unclaimed(section, kind))
        .find((candidate) => opening.test(slice(section, candidate)));
      if (chunk === undefined) return;
      claim(section, chunk);
      findings.aside(slice(section, chunk), 'boilerplate');
    },
  };
}
