import type { ShapeGroup } from './group-shapes.ts';
import { LONGEST } from './message-mask.ts';
import { VALUE_CHARACTER } from './shape-words.ts';
import { writeUtf8 } from './utf8.ts';

const VALUE = VALUE_CHARACTER.charCodeAt(0);
/** Bytes that end a word of a shape. */
const ENDS_WORD = Uint8Array.from({ length: 256 }, (_, code) =>
  /[\s=,()[\]{}"'|;<>:]/u.test(String.fromCharCode(code)) && code < 128 ? 1 : 0,
);

interface KnownTemplate {
  readonly bytes: Uint8Array;
  /** 1 where any word may stand. */
  readonly open: Uint8Array;
  readonly shape: number;
}

/** Finds the known pattern that a new shape has the words of, without learning the shape. */
export class TemplateIndex {
  /** By the first byte of the shapes that may fit. */
  readonly #byFirst: readonly KnownTemplate[][] = Array.from({ length: 256 }, () => []);

  constructor(groups: readonly ShapeGroup[]) {
    const scratch = new Uint8Array(2 * LONGEST);
    for (const { members, template } of groups) {
      // What varies nowhere has no other shape.
      if (members.length === 1) continue;
      const bytes = scratch.slice(0, writeUtf8(template, scratch));
      const open = bytes.map((byte, at) => (byte === VALUE && isWord(bytes, at) ? 1 : 0));
      const known = { bytes, open, shape: members[0] ?? 0 };
      for (const list of open[0] === 1 ? this.#byFirst : [this.#byFirst[bytes[0] ?? 0]!]) list.push(known);
    }
  }

  /** The lowest shape of the pattern that a shape of `length` bytes fits, −1 if none does. */
  find(bytes: Uint8Array, length: number): number {
    const candidates = this.#byFirst[bytes[0] ?? 0]!;
    for (let index = 0; index < candidates.length; index += 1) {
      const known = candidates[index]!;
      if (fits(known, bytes, length)) return known.shape;
    }
    return -1;
  }
}

/** Whether the byte at `at` is a word by itself. */
function isWord(bytes: Uint8Array, at: number): boolean {
  const [before, after] = [bytes[at - 1], bytes[at + 1]];
  return (before === undefined || ENDS_WORD[before] === 1) && (after === undefined || ENDS_WORD[after] === 1);
}

function fits({ bytes: template, open }: KnownTemplate, bytes: Uint8Array, length: number): boolean {
  let at = 0;
  for (let index = 0; index < template.length; index += 1) {
    if (open[index] === 1) {
      const from = at;
      while (at < length && ENDS_WORD[bytes[at]!] !== 1) at += 1;
      if (at === from) return false;
    } else if (at < length && bytes[at] === template[index]) at += 1;
    else return false;
  }
  return at === length;
}
