import { z } from 'zod';

import { teamFileSchema } from './team-file-schema.ts';

/** JSON Schema (draft 2020-12) of `nevertwice.yaml` as it is written, for editors; kept in `docs/reference`. */
export function teamFileJsonSchema(): object {
  return z.toJSONSchema(teamFileSchema, { target: 'draft-2020-12', io: 'input' });
}
