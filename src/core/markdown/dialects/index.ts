import { cycle } from './cycle.ts';
import type { Dialect, DialectId } from './dialect.ts';
import { operations } from './operations.ts';
import { platform } from './platform.ts';
import { sev } from './sev.ts';
import { standard } from './standard.ts';

/** All dialects by id. */
export const dialects: Readonly<Record<DialectId, Dialect>> = { operations, standard, sev, cycle, platform };
