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
/** What stands behind the stamp of calm lines: 16 bytes each, and which of them count. */
const CALM: usize = 288;
/** Numbers of kinds by hash, plus one; then hash, place and length of the key of each kind; then the keys. */
const SLOTS: usize = 266_240;
const KINDS: usize = 299_008;
const KEYS: usize = 364_544;
const KEYS_END: usize = KEYS + (1 << 19);
const MOST_KINDS: i32 = 4096;
const LAST_SLOT: u32 = 2 * 4096 - 1;
/** Lines that have a kind: neither so short that they say nothing, nor longer than what a pattern is made of. */
const SHORTEST_KEY: usize = 16;
const LONGEST_KEY: usize = 1024;

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

/** Behind the first anchor in a line, or 0; also 0 for a line that begins with another byte than `opening` (-1: any). */
function behindAnchor(line: usize, end: usize, length: usize, opening: i32): usize {
  if (opening >= 0 && load<u8>(line) != u8(opening)) return 0;
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
export function turns(
  from: usize,
  end: usize,
  offset: usize,
  anchor: usize,
  opening: i32,
  out: usize,
  room: i32,
): i32 {
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
    const place = anchor == 0 ? line + offset : behindAnchor(line, end, anchor, opening);
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

/** Whether one of the words begins in a line; with `inside`, also within another word. */
// @ts-ignore: decorator
@inline
function hasWord(line: usize, end: usize, inside: bool): bool {
  const none = i8x16.splat(0);
  for (let at = line; at < end; at += 16) {
    const found = v128.and(
      v128.and(groups(v128.load(at), WORDS), groups(v128.load(at, 1), WORDS + 32)),
      v128.and(groups(v128.load(at, 2), WORDS + 64), groups(v128.load(at, 3), WORDS + 96)),
    );
    if (!v128.any_true(found)) continue;
    let bits = u32(i8x16.bitmask(i8x16.ne(found, none)));
    while (bits != 0) {
      const hit = at + usize(ctz(bits));
      if (hit >= end) return false;
      if (inside || opens(hit)) return true;
      bits &= bits - 1;
    }
  }
  return false;
}

/** Whether a brace or an equals sign stands in a line: what names its fields may tell another level than its head. */
// @ts-ignore: decorator
@inline
function namesFields(line: usize, end: usize): bool {
  const brace = i8x16.splat(123);
  const equals = i8x16.splat(61);
  for (let at = line; at < end; at += 16) {
    const bytes = v128.load(at);
    const found = v128.or(i8x16.eq(bytes, brace), i8x16.eq(bytes, equals));
    if (v128.any_true(found)) return at + usize(ctz(u32(i8x16.bitmask(found)))) < end;
  }
  return false;
}

/** Whether one of the calm heads stands at `at`. */
// @ts-ignore: decorator
@inline
function isCalm(at: usize, heads: i32): bool {
  const bytes = v128.load(at);
  for (let head = 0; head < heads; head++) {
    const place = CALM + (usize(head) << 5);
    if (!v128.any_true(v128.and(v128.xor(bytes, v128.load(place)), v128.load(place, 16)))) return true;
  }
  return false;
}

/**
 * Writes a line with all digits alike, but for three behind a quote and a blank, and all hexadecimal ids alike to `to`;
 * gives the hash of it. line-key.ts says the same at length.
 */
function writeKey(line: usize, length: usize, to: usize): u32 {
  const zero = i8x16.splat(48);
  const ten = i8x16.splat(10);
  const quote = i8x16.splat(34);
  const small = i8x16.splat(32);
  const a = i8x16.splat(97);
  const six = i8x16.splat(6);
  let quotes = false;
  let ids = false;
  /** Whether the last byte before is a digit, a hexadecimal letter. */
  let digitBefore: u32 = 0;
  let letterBefore: u32 = 0;
  for (let at: usize = 0; at < length; at += 16) {
    const bytes = v128.load(line + at);
    quotes = quotes || v128.any_true(i8x16.eq(bytes, quote));
    const isDigit = i8x16.lt_u(i8x16.sub(bytes, zero), ten);
    v128.store(to + at, v128.bitselect(zero, bytes, isDigit));
    const digits = u32(i8x16.bitmask(isDigit));
    const letters = u32(i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.or(bytes, small), a), six)));
    ids = ids || (((digits << 1) | digitBefore) & letters) != 0 || (((letters << 1) | letterBefore) & digits) != 0;
    digitBefore = digits >> 15;
    letterBefore = letters >> 15;
  }
  if (quotes) keepStatus(line, length, to);
  if (ids) coverIds(line, length, to);
  // What stands behind the line is no part of it.
  for (let at = length; (at & 15) != 0; at++) store<u8>(to + at, 0);
  let hash: u64 = length;
  for (let at: usize = 0; at < length; at += 8) hash = rotl((hash ^ load<u64>(to + at)) * 0x9e37_79b9_7f4a_7c15, 29);
  return u32(hash ^ (hash >> 32));
}

function keepStatus(line: usize, length: usize, to: usize): void {
  for (let at: usize = 0; at + 2 < length; at++) {
    if (load<u16>(line + at) != 0x2022) continue;
    for (let place = at + 2; place < min(at + 5, length); place++) store<u8>(to + place, load<u8>(line + place));
  }
}

const SHORTEST_ID: usize = 6;

/** Covers words of hexadecimal digits and dashes that have digits and letters. */
function coverIds(line: usize, length: usize, to: usize): void {
  let from: usize = 0;
  let digit = false;
  let letter = false;
  let other = false;
  for (let at: usize = 0; at <= length; at++) {
    const byte: u8 = at == length ? 0 : load<u8>(line + at);
    if (u8(byte - 48) < 10) digit = true;
    else if (u8((byte | 32) - 97) < 6) letter = true;
    else if (isLetter(byte) || byte == 95 || byte > 127) other = true;
    else if (byte != 45) {
      if (digit && letter && !other && at - from >= SHORTEST_ID) cover(line, from, at, to);
      from = at + 1;
      digit = false;
      letter = false;
      other = false;
    }
  }
}

function cover(line: usize, from: usize, end: usize, to: usize): void {
  for (let at = from; at < end; at++) if (load<u8>(line + at) != 45) store<u8>(to + at, 102);
}

/** The slot with the kind of a key that was written to `key`, or the free one in which it belongs. */
function slotOf(key: usize, length: usize, hash: u32): usize {
  let slot = hash & LAST_SLOT;
  while (true) {
    const known = load<u32>(SLOTS + (usize(slot) << 2));
    if (known == 0) break;
    const kind = KINDS + (usize(known - 1) << 4);
    if (load<u32>(kind) == hash && load<u32>(kind, 8) == u32(length) && same(key, load<u32>(kind, 4), length)) break;
    slot = (slot + 1) & LAST_SLOT;
  }
  return SLOTS + (usize(slot) << 2);
}

function same(key: usize, other: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(key + at), v128.load(other + at)))) return false;
  }
  return true;
}

let kinds: i32 = 0;
/** Where the next key is written. */
let free: usize = KEYS;

/** Forgets all kinds. */
export function forget(): void {
  memory.fill(SLOTS, 0, usize(LAST_SLOT + 1) << 2);
  kinds = 0;
  free = KEYS;
}

/** The number of the kind of a line, -1 where it is not known. */
export function kindOf(line: usize, end: usize): i32 {
  const length = end - line;
  if (length < SHORTEST_KEY || length > LONGEST_KEY) return -1;
  return i32(load<u32>(slotOf(free, length, writeKey(line, length, free)))) - 1;
}

/** Remembers a line as one of a kind of its own and gives the number of it: from 0 on; -1 where there is no room. */
export function learn(line: usize, end: usize): i32 {
  const length = end - line;
  if (length < SHORTEST_KEY || length > LONGEST_KEY) return -1;
  if (kinds == MOST_KINDS || free + 2 * (LONGEST_KEY + 16) > KEYS_END) return -1;
  const hash = writeKey(line, length, free);
  const slot = slotOf(free, length, hash);
  if (load<u32>(slot) != 0) return i32(load<u32>(slot)) - 1;
  const kind = KINDS + (usize(kinds) << 4);
  store<u32>(kind, hash);
  store<u32>(kind, u32(free), 4);
  store<u32>(kind, u32(length), 8);
  kinds++;
  store<u32>(slot, u32(kinds));
  free += (length + 15) & ~15;
  return kinds - 1;
}

const SHAPED: u32 = 1;
const TURN: u32 = 2;
const MARKED: u32 = 4;
const CLOSED: u32 = 8;

/**
 * Writes start, end, what is known of it (`SHAPED`: it has a stamp of the shape; `TURN`: its minute is not that of the
 * line before; `MARKED`: it has to be read; `CLOSED`: the next line has a stamp of the shape) and the kind of each line
 * that is not just shaped to `out`, and returns how many. `mode` 0 marks every line, 1 shaped ones with a word, 2 also
 * those with a word inside another one; calm heads excuse a line without fields. `from` is the start of a line.
 */
export function records(
  from: usize,
  end: usize,
  offset: usize,
  anchor: usize,
  opening: i32,
  mode: i32,
  behind: usize,
  heads: i32,
  out: usize,
  room: i32,
): i32 {
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
  /** The entry of the line before, 0 where it has none. */
  let last: usize = 0;
  let bits = equalBits(block, feed);
  while (line < end) {
    if (count == room) break;
    const place = anchor == 0 ? line + offset : behindAnchor(line, end, anchor, opening);
    const stamp0 = v128.load(place);
    const stamp1 = v128.load(place, 16);
    let known: u32 = 0;
    if (place != 0 && within(stamp0, least0, greatest0) && within(stamp1, least1, greatest1)) {
      known = SHAPED;
      if (last != 0) store<u32>(last, load<u32>(last, 8) | CLOSED, 8);
      if (
        v128.any_true(v128.or(v128.and(v128.xor(stamp0, before0), kept0), v128.and(v128.xor(stamp1, before1), kept1)))
      ) {
        known = SHAPED | TURN;
        before0 = stamp0;
        before1 = stamp1;
      }
    }
    while (bits == 0) {
      block += 64;
      if (block >= end) break;
      bits = equalBits(block, feed);
    }
    let stop = bits == 0 ? end : min(end, block + usize(ctz(bits)));
    if (mode == 0) known |= MARKED;
    else if (known != 0 && (!isCalm(place + behind, heads) || namesFields(line, stop))) {
      if (hasWord(line, stop, mode == 2)) known |= MARKED;
    }
    last = 0;
    if (known != SHAPED) {
      last = out + (usize(count) << 4);
      store<u32>(last, u32(line));
      store<u32>(last, u32(stop), 4);
      store<u32>(last, known, 8);
      store<i32>(last, (known & (SHAPED | MARKED)) == (SHAPED | MARKED) ? kindOf(line, stop) : -1, 12);
      count++;
    }
    if (stop == end) {
      line = end;
      break;
    }
    bits &= bits - 1;
    line = stop + 1;
    passed++;
  }
  v128.store(BEFORE, before0);
  v128.store(BEFORE, before1, 16);
  lines = passed;
  next = line;
  return count;
}
