/** Entries of four bytes that one call of a kernel can write. */
export const OUT_ENTRIES = 65_536;

/** Bytes of log that fit into a kernel at once: half of them new, half of them the beginning of a line that goes on. */
export const KERNEL_BYTES = 1 << 20;

/** Bytes behind the last one that a kernel may look at. */
export const KERNEL_PADDING = 64;

/** Kinds of lines that a kernel remembers, and bytes of all of them together. */
export const MOST_KINDS = 4096;
export const KIND_BYTES = 1 << 19;

const OUT = 4096;
const SLOTS = OUT + 4 * OUT_ENTRIES;
const KINDS = SLOTS + 4 * 2 * MOST_KINDS;
const KEYS = KINDS + 16 * MOST_KINDS;

/** Where everything stands in the memory of a kernel, in bytes. `scan.as.ts` has these numbers, too. */
export const KERNEL_MEMORY = {
  least: 0,
  greatest: 32,
  kept: 64,
  before: 96,
  anchor: 128,
  anchorMask: 144,
  words: 160,
  calm: 288,
  out: OUT,
  slots: SLOTS,
  kinds: KINDS,
  keys: KEYS,
  bytes: KEYS + KIND_BYTES + KERNEL_PADDING,
} as const;

/** Pages of 64 KiB. */
export const KERNEL_PAGES = Math.ceil((KERNEL_MEMORY.bytes + KERNEL_BYTES + KERNEL_PADDING) / 65_536);
