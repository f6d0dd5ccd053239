import { z } from 'zod';

import type { WrittenTime } from '#core/time';

/** Schema of {@link WrittenTime}. */
export const writtenTime: z.ZodType<WrittenTime> = z.strictObject({
  written: z.string(),
  instant: z.string().nullable(),
  until: z.string().exactOptional(),
  precision: z.enum(['second', 'minute', 'hour', 'day', 'unknown']),
  approximate: z.boolean(),
  zone: z.string().nullable(),
  zoneStated: z.boolean(),
});
