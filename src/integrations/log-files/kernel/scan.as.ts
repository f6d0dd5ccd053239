// Walks over the bytes of log lines, sixteen at a time. AssemblyScript, compiled by scripts/build-kernel.ts.
// plain-kernel.ts computes the same without WebAssembly, and a test holds both equal. Addresses are offsets in the
// memory that the host hands in (kernel-memory.ts); bytes up to 64 behind `end` are read and never count.

const LEAST: usize = 0;
const GREATEST: usize = 32;
const KEPT: usize = 64;
/** The bytes of the last stamp that had the shape. */
const BEFORE: usize = 96;
const ANCHOR: usize = 128;
const ANCHOR_MASK: usize = 144;
/** For each of the first four bytes of the words: 16 entries by low half, 16 by high half, one bit per group of words. */
const WORDS: usize = 160;

/** How far into a line an anchor is looked for. */
const FARTHEST: usize = 256;
const FEED: u8 = 10;

/** Line breaks that the last call passed. */
export let lines: i32 = 0;
/** Where the next call goes on when the last one ran out of room; `end` when it was done. */
export let next: usize = 0;

// @ts-ignore: decorator
@inline
function equalBits(at: usize, byte: v128): u64 {
  return (
    u64(u32(i8x16.bitmask(i8x16.eq(v128.load(at), byte)))) |
    (u64(u32(i8x16.bitmask(i8x16.eq(v128.load(at, 16), byte)))) << 16) |
    (u64(u32(i8x16.bitmask(i8x16.eq(v128.load(at, 32), byte)))) << 32) |
    (u64(u32(i8x16.bitmask(i8x16.eq(v128.load(at, 48), byte)))) << 48)
  );
}

// @ts-ignore: decorator
@inline
function within(bytes: v128, least: v128, greatest: v128): bool {
  return i8x16.all_true(
    v128.and(i8x16.eq(i8x16.min_u(bytes, greatest), bytes), i8x16.eq(i8x16.max_u(bytes, least), bytes)),
  );
}

/** The first `byte` from `at` on, or `end`. */
function find(at: usize, end: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte);
  while (at < end) {
    const bits = u32(i8x16.bitmask(i8x16.eq(v128.load(at), wanted)));
    if (bits != 0) return min(at + usize(ctz(bits)), end);
    at += 16;
  }
  return end;
}

/** Where the line that ends at or behind `at` ends: its line break, or `end`. */
export function lineEnd(at: usize, end: usize): usize {
  return find(at, end, FEED);
}

/** Behind the first anchor in a line, or 0. */
function behindAnchor(line: usize, end: usize, length: usize): usize {
  const first = load<u8>(ANCHOR);
  const anchor = v128.load(ANCHOR);
  const mask = v128.load(ANCHOR_MASK);
  const stop = min(end, line + FARTHEST);
  let at = line;
  while (true) {
    at = find(at, stop, first);
    if (at >= stop) return 0;
    if (!v128.any_true(v128.and(v128.xor(v128.load(at), anchor), mask))) break;
    at += 1;
  }
  // An anchor of another line is none.
  return find(line, at, FEED) < at ? 0 : at + length;
}

/**
 * Writes the starts of lines whose minute is not that of the line before, or that do not have the shape, to `out`, and
 * returns how many. `from` is the start of a line.
 */
export function turns(from: usize, end: usize, offset: usize, anchor: usize, out: usize, room: i32): i32 {
  const least0 = v128.load(LEAST);
  const least1 = v128.load(LEAST, 16);
  const greatest0 = v128.load(GREATEST);
  const greatest1 = v128.load(GREATEST, 16);
  const kept0 = v128.load(KEPT);
  const kept1 = v128.load(KEPT, 16);
  const feed = i8x16.splat(FEED);
  let before0 = v128.load(BEFORE);
  let before1 = v128.load(BEFORE, 16);
  let count = 0;
  let passed = 0;
  let line = from;
  let block = from;
  let bits = equalBits(block, feed);
  while (line < end) {
    const place = anchor == 0 ? line + offset : behindAnchor(line, end, anchor);
    // Where there is no anchor, the first bytes of memory stand for the stamp; they have no shape.
    const stamp0 = v128.load(place);
    const stamp1 = v128.load(place, 16);
    const shaped = place != 0 && within(stamp0, least0, greatest0) && within(stamp1, least1, greatest1);
    if (
      !shaped ||
      v128.any_true(v128.or(v128.and(v128.xor(stamp0, before0), kept0), v128.and(v128.xor(stamp1, before1), kept1)))
    ) {
      if (count == room) break;
      store<u32>(out + (usize(count) << 2), u32(line));
      count++;
      if (shaped) {
        before0 = stamp0;
        before1 = stamp1;
      }
    }
    while (bits == 0) {
      block += 64;
      if (block >= end) break;
      bits = equalBits(block, feed);
    }
    const at = block + usize(ctz(bits));
    if (bits == 0 || at >= end) {
      line = end;
      break;
    }
    bits &= bits - 1;
    line = at + 1;
    passed++;
  }
  v128.store(BEFORE, before0);
  v128.store(BEFORE, before1, 16);
  lines = passed;
  next = line;
  return count;
}

// @ts-ignore: decorator
@inline
function groups(bytes: v128, table: usize): v128 {
  const low = i8x16.relaxed_swizzle(v128.load(table), v128.and(bytes, i8x16.splat(15)));
  return v128.and(low, i8x16.relaxed_swizzle(v128.load(table, 16), i8x16.shr_u(bytes, 4)));
}

// @ts-ignore: decorator
@inline
function isLetter(byte: u8): bool {
  return u8((byte | 32) - 97) < 26;
}

/** Whether a word can begin at `at`: no letter stands before it, or the `m` that ends a colour of a terminal. */
// @ts-ignore: decorator
@inline
function opens(at: usize): bool {
  const before = load<u8>(at - 1);
  if (!isLetter(before)) return true;
  const earlier = load<u8>(at - 2);
  return before == 109 && (earlier == 91 || earlier == 59 || u8(earlier - 48) < 10);
}

/**
 * Writes start and end of lines in which one of the words begins to `out`, and returns how many lines. With `inside`,
 * words count also within other words. `from` is the start of a line.
 */
export function marked(from: usize, end: usize, inside: bool, out: usize, room: i32): i32 {
  const none = i8x16.splat(0);
  let count = 0;
  let done = from;
  for (let at = from; at < end; at += 16) {
    const found = v128.and(
      v128.and(groups(v128.load(at), WORDS), groups(v128.load(at, 1), WORDS + 32)),
      v128.and(groups(v128.load(at, 2), WORDS + 64), groups(v128.load(at, 3), WORDS + 96)),
    );
    if (!v128.any_true(found)) continue;
    let bits = u32(i8x16.bitmask(i8x16.ne(found, none)));
    while (bits != 0) {
      const hit = at + usize(ctz(bits));
      bits &= bits - 1;
      if (hit < done || hit >= end || !(inside || opens(hit))) continue;
      if (count == room) {
        next = done;
        return count;
      }
      let start = hit;
      while (start > done && load<u8>(start - 1) != FEED) start--;
      const stop = find(hit, end, FEED);
      store<u32>(out + (usize(count) << 3), u32(start));
      store<u32>(out + (usize(count) << 3), u32(stop), 4);
      count++;
      done = stop + 1;
    }
  }
  next = end;
  return count;
}
