import type { AccountTables } from './account-tables.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { PostmortemTables } from './postmortem-tables.ts';

export type { EvidenceTables, ImagesTable, PostmortemEvidenceTable } from './evidence-tables.ts';

/** Every table of the database. */
export interface Tables extends PostmortemTables, AccountTables, EvidenceTables {}
