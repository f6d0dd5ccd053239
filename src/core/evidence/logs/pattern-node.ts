/** A part of a regular expression. `first` are the bytes it can begin with, null where it can also be empty. */
export type PatternNode = { readonly first: Uint8Array | null } & (
  | { readonly kind: 'bytes'; readonly tables: readonly Uint8Array[] }
  | RepeatNode
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'optional'; readonly node: PatternNode }
  | { readonly kind: 'capture'; readonly node: PatternNode; readonly group: number }
  | { readonly kind: 'same'; readonly group: number }
  | { readonly kind: 'ahead'; readonly node: PatternNode; readonly wanted: boolean }
);

/** As many bytes of a table as there are (as few as do, if lazy). */
interface RepeatNode {
  readonly kind: 'repeat';
  readonly table: Uint8Array;
  readonly least: number;
  readonly most: number;
  readonly lazy: boolean;
  /** True where nothing of the table can follow, so that fewer bytes need not be tried. */
  readonly whole: boolean;
}

/** A parsed expression and how many groups capture. */
export interface ParsedPattern {
  readonly node: PatternNode;
  readonly groups: number;
}

/** Parses the source of a regular expression; null where it has something that bytes are not matched with. */
export function parsePattern(source: string): ParsedPattern | null {
  const parser = new PatternParser(source);
  try {
    return { node: parser.choice(), groups: parser.groups };
  } catch (error) {
    if (error instanceof UnknownPattern) return null;
    throw error;
  }
}

class UnknownPattern extends Error {}

const DIGIT = tableOf((byte) => byte >= 48 && byte <= 57);
const WORD = tableOf(
  (byte) => (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95,
);
const BLANK = tableOf((byte) => byte === 32 || (byte >= 9 && byte <= 13));
const ANY = tableOf((byte) => byte !== 10 && byte !== 13);
const ESCAPED: Readonly<Record<string, Uint8Array>> = {
  d: DIGIT,
  w: WORD,
  s: BLANK,
  D: not(DIGIT),
  W: not(WORD),
  S: not(BLANK),
  t: tableOf((byte) => byte === 9),
};

/** Repeats of groups are written out up to this many times. */
const MOST_REPEATS = 8;

class PatternParser {
  readonly #source: string;
  #at = 0;
  groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#skip('|')) options.push(this.#sequence());
    const [only] = options;
    return only !== undefined && options.length === 1 ? only : { kind: 'choice', options, first: union(options) };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) items.push(...this.#repeated(this.#term()));
    const joined = joinBytes(items).map(withEnd);
    const [only] = joined;
    if (only !== undefined && joined.length === 1) return only;
    return { kind: 'sequence', items: joined, first: joined.find((item) => item.kind !== 'ahead')?.first ?? null };
  }

  #term(): PatternNode {
    if (this.#skip('(')) return this.#group();
    if (this.#skip('[')) return bytesNode(this.#class());
    const character = this.#next();
    if (character === '.') return bytesNode(ANY);
    if (character === '\\') return this.#escaped();
    if ('^$*+?{'.includes(character)) throw new UnknownPattern(character);
    return bytesNode(single(character));
  }

  #group(): PatternNode {
    if (this.#skip('?:')) return this.#closed();
    if (this.#skip('?=')) return { kind: 'ahead', node: this.#closed(), wanted: true, first: null };
    if (this.#skip('?!')) return { kind: 'ahead', node: this.#closed(), wanted: false, first: null };
    if (this.#skip('?<')) {
      const close = this.#source.indexOf('>', this.#at);
      if (!/^[a-z]+$/u.test(this.#source.slice(this.#at, close))) throw new UnknownPattern('lookbehind');
      this.#at = close + 1;
    }
    const group = this.groups;
    this.groups += 1;
    const node = this.#closed();
    return { kind: 'capture', node, group, first: node.first };
  }

  #closed(): PatternNode {
    const node = this.choice();
    if (!this.#skip(')')) throw new UnknownPattern('open group');
    return node;
  }

  #escaped(): PatternNode {
    const letter = this.#next();
    if (/[1-9]/u.test(letter)) return { kind: 'same', group: Number(letter) - 1, first: null };
    return bytesNode(escapedTable(letter));
  }

  #class(): Uint8Array {
    const negated = this.#skip('^');
    const table = new Uint8Array(256);
    while (!this.#skip(']')) {
      const from = this.#next();
      const known = from === '\\' ? escapedTable(this.#next()) : single(from);
      const ranged = this.#peek() === '-' && this.#source.charAt(this.#at + 1) !== ']' && from !== '\\';
      if (ranged) this.#at += 1;
      const to = ranged ? this.#next().charCodeAt(0) : 0;
      for (let byte = 0; byte < 256; byte += 1) {
        if (known[byte] === 1 || (ranged && byte >= from.charCodeAt(0) && byte <= to)) table[byte] = 1;
      }
    }
    return negated ? not(table) : table;
  }

  /** The term as often as the sign behind it says. */
  #repeated(node: PatternNode): PatternNode[] {
    const [least, most] = this.#times();
    if (least === 1 && most === 1) return [node];
    const lazy = this.#skip('?');
    const [table] = node.kind === 'bytes' && node.tables.length === 1 ? node.tables : [];
    if (table !== undefined) {
      const times = Math.min(least, most);
      if (least === most) return Array.from({ length: times }, () => node);
      return [{ kind: 'repeat', table, least, most, lazy, whole: false, first: least === 0 ? null : table }];
    }
    if (most > MOST_REPEATS || lazy) throw new UnknownPattern('repeat of a group');
    let tail: PatternNode | null = null;
    for (let time = most; time > least; time -= 1) {
      const items: PatternNode[] = tail === null ? [node] : [node, tail];
      tail = { kind: 'optional', node: { kind: 'sequence', items, first: node.first }, first: null };
    }
    return [...Array.from({ length: least }, () => node), ...(tail === null ? [] : [tail])];
  }

  #times(): readonly [number, number] {
    if (this.#skip('?')) return [0, 1];
    if (this.#skip('*')) return [0, 1 << 20];
    if (this.#skip('+')) return [1, 1 << 20];
    if (!this.#skip('{')) return [1, 1];
    const close = this.#source.indexOf('}', this.#at);
    const [least = '', most] = this.#source.slice(this.#at, close).split(',');
    this.#at = close + 1;
    return [Number(least), most === '' ? 1 << 20 : Number(most ?? least)];
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #next(): string {
    if (this.#at >= this.#source.length) throw new UnknownPattern('end');
    this.#at += 1;
    return this.#source.charAt(this.#at - 1);
  }

  #skip(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

function tableOf(has: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}

function not(table: Uint8Array): Uint8Array {
  return table.map((value) => 1 - value);
}

function single(character: string): Uint8Array {
  const code = character.charCodeAt(0);
  if (code > 127) throw new UnknownPattern(character);
  return tableOf((byte) => byte === code);
}

function escapedTable(letter: string): Uint8Array {
  const known = ESCAPED[letter];
  if (known !== undefined) return known;
  if (/[A-Za-z]/u.test(letter)) throw new UnknownPattern(letter);
  return single(letter);
}

function bytesNode(table: Uint8Array): PatternNode {
  return { kind: 'bytes', tables: [table], first: table };
}

/** Single bytes that follow each other become one node. */
function joinBytes(items: readonly PatternNode[]): PatternNode[] {
  const joined: PatternNode[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === 'bytes' && last?.kind === 'bytes') {
      joined[joined.length - 1] = { ...last, tables: [...last.tables, ...item.tables] };
    } else joined.push(item);
  }
  return joined;
}

/** Marks a repeat that what follows cannot share bytes with. */
function withEnd(item: PatternNode, index: number, items: readonly PatternNode[]): PatternNode {
  const follower = items[index + 1]?.first ?? null;
  return follower === null ? item : endedBy(item, follower);
}

function endedBy(item: PatternNode, follower: Uint8Array): PatternNode {
  if (item.kind === 'capture') return { ...item, node: endedBy(item.node, follower) };
  if (item.kind !== 'repeat') return item;
  return { ...item, whole: item.table.every((value, byte) => value === 0 || follower[byte] !== 1) };
}

function union(options: readonly PatternNode[]): Uint8Array | null {
  const table = new Uint8Array(256);
  for (const { first } of options) {
    if (first === null) return null;
    for (let byte = 0; byte < 256; byte += 1) table[byte] = (table[byte] ?? 0) | (first[byte] ?? 0);
  }
  return table;
}
