/** A constant difference below this (milliseconds) is delay, not a wrong clock. */
export const SKEW_FROM = 5000;

/** How many facts two files must share, and which share of them must agree within `spread` milliseconds. */
export const SKEW_EVIDENCE = { facts: 5, share: 0.8, spread: 2000 } as const;

/** Differences that are whole half hours (within a minute) come from a zone that is not stated rather than from a clock. */
export const ZONE_STEP = 1_800_000;

/** Ids that requests carry from service to service: long hexadecimal numbers and UUIDs. */
export const TRACE = /\b(?:[0-9a-f]{16,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/giu;

/** Enough records of each file to see a constant difference, few enough to be quick. */
export const SKEW_RECORDS = 3000;
