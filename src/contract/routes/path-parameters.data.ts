import { z } from 'zod';

import { rowId, uuid } from '../schemas/basics.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What stands in the braces of a path, by its name. Anything else leads nowhere. */
export const PATH_PARAMETERS = {
  postmortemId: uuid.describe('Id of a post-mortem'),
  personId: uuid.describe('Id of a person'),
  invitationId: uuid.describe('Id of an invitation'),
  tokenId: uuid.describe('Id of an API token'),
  filterId: uuid.describe('Id of a saved filter'),
  rowId: rowId.describe('Id of an event or an action, stable across edits'),
  revision: z
    .string()
    .regex(/^[1-9]\d{0,8}$/u)
    .describe('Number of a revision'),
  evidenceId: sha256.describe('SHA-256 of the bytes'),
  imageId: sha256.describe('SHA-256 of the bytes'),
} as const satisfies Record<string, z.ZodType<string>>;

/** Name of a parameter in a path. */
export type PathParameter = keyof typeof PATH_PARAMETERS;
