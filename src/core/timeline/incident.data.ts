import { MINUTE } from './folding.data.ts';

const HOUR = 60 * MINUTE;

/** Silence of coordination (milliseconds) that separates two incidents; responders report at least hourly. */
export const APART = 90 * MINUTE;

/** How long after the last coordination an incident may still be resolved or closed. */
export const AFTERMATH = 24 * HOUR;

/** How long before the first alert a symptom may lie. */
export const SYMPTOM_LEAD = 2 * HOUR;

/** How long before the first alert a symptom counts as connected with it by time alone. */
export const SYMPTOM_NEAR = 15 * MINUTE;

/** A sign of recovery is contradicted when the same errors go on for longer than this. */
export const LINGERING = 2 * MINUTE;

/** From this strength on a candidate is taken where it is the first; below, only where nothing better is known. */
export const STRONG = 0.6;

/** How many alternatives are offered. */
export const ALTERNATIVES = 5;
