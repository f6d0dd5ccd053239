import { alertFormats } from './alerts/index.ts';
import { chatFormats } from './chat/index.ts';
import { deployFormats } from './deploys/index.ts';
import { gitFormats } from './git/index.ts';
import { logFormats } from './logs/log-formats.ts';
import { shellFormats } from './shell/index.ts';
import { tableFormats } from './tables/index.ts';
import type { Format } from './types.ts';

/** Every way of writing evidence that can be read. The order has no meaning. */
export const formats: readonly Format[] = [
  ...alertFormats,
  ...chatFormats,
  ...deployFormats,
  ...gitFormats,
  ...logFormats,
  ...shellFormats,
  ...tableFormats,
];
