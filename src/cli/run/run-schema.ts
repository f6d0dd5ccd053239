import { z } from 'zod';

import { postmortemSchema } from '#core/record';

import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Screen } from '../terminal/screen.ts';

/** The JSON Schema (draft 2020-12) of the record, as it is printed and kept in `docs/reference`. */
function recordSchema(): string {
  const schema = z.toJSONSchema(postmortemSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Post-mortem', ...schema }, null, 2)}\n`;
}

/** Runs `nevertwice schema`. */
export function runSchema(screen: Screen): ExitCode {
  screen.out.write(recordSchema());
  return EXIT.done;
}
