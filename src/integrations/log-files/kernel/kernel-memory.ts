/** Where everything stands in the memory of a kernel, in bytes. `scan.as.ts` has the first five numbers, too. */
export const KERNEL_MEMORY = {
  least: 0,
  greatest: 32,
  kept: 64,
  before: 96,
  anchor: 128,
  anchorMask: 144,
  words: 160,
  out: 4096,
  bytes: 4096 + 4 * 65_536 + 64,
} as const;

/** Entries of four bytes that one call of a kernel can write. */
export const OUT_ENTRIES = 65_536;

/** Bytes of log that fit into a kernel at once: half of them new, half of them the beginning of a line that goes on. */
export const KERNEL_BYTES = 1 << 20;

/** Bytes behind the last one that a kernel may look at. */
export const KERNEL_PADDING = 64;

/** Pages of 64 KiB. */
export const KERNEL_PAGES = Math.ceil((KERNEL_MEMORY.bytes + KERNEL_BYTES + KERNEL_PADDING) / 65_536);
