/** Times and lines of one block of whole lines of a log. */
export interface Block {
  /** Offset of its first byte. */
  readonly from: number;
  /** Number of line breaks in it. */
  readonly lines: number;
  /** Least and greatest instant of its records (epoch milliseconds, rounded out to minutes); NaN where it has none. */
  readonly earliest: number;
  readonly latest: number;
}

/** A stretch of bytes of a log: `from` inclusive, `to` exclusive, both at starts of lines. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An open or closed window of instants, both ends inclusive; infinite where it is open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What is known of a whole log, block by block, after it was read once. Whatever order its lines are in, a block whose
 * range does not touch a window has no record of it: that is the proof by which the rest is left unread.
 */
export class BlockMap {
  readonly blocks: readonly Block[];
  /** Length of the log in bytes, as far as it is known. */
  readonly size: number;

  constructor(blocks: readonly Block[], size: number) {
    this.blocks = blocks.toSorted((a, b) => a.from - b.from);
    this.size = size;
  }

  /** The map up to its last block, whose last line may have been written on. */
  withoutLast(): BlockMap {
    return new BlockMap(this.blocks.slice(0, -1), this.blocks.at(-1)?.from ?? 0);
  }

  /** Least and greatest instant; NaN where no record has one. */
  get span(): Span {
    const timed = this.blocks.filter((block) => block.earliest <= block.latest);
    if (timed.length === 0) return { from: Number.NaN, to: Number.NaN };
    return {
      from: timed.reduce((least, block) => Math.min(least, block.earliest), Infinity),
      to: timed.reduce((most, block) => Math.max(most, block.latest), -Infinity),
    };
  }

  /** True if no block begins before the one before it ends: the lines are in order as far as blocks tell. */
  get ordered(): boolean {
    let latest = -Infinity;
    for (const block of this.blocks) {
      if (block.earliest < latest - MINUTE) return false;
      if (block.latest > latest) latest = block.latest;
    }
    return true;
  }

  /** The stretches in which records of the window can be: all others have none. */
  stretches(window: Span): Stretch[] {
    const found: Stretch[] = [];
    this.blocks.forEach((block, index) => {
      if (!(block.earliest <= window.to && block.latest >= window.from)) return;
      const to = this.blocks[index + 1]?.from ?? this.size;
      const last = found.at(-1);
      if (last?.to === block.from) found[found.length - 1] = { from: last.from, to };
      else found.push({ from: block.from, to });
    });
    return found;
  }

  /** The block that holds a byte, and how many lines are before it. */
  blockAt(offset: number): { readonly block: Block; readonly linesBefore: number } | null {
    let linesBefore = 0;
    let found: Block | null = null;
    for (const block of this.blocks) {
      if (block.from > offset) break;
      linesBefore += found?.lines ?? 0;
      found = block;
    }
    return found === null ? null : { block: found, linesBefore };
  }
}

const MINUTE = 60_000;
