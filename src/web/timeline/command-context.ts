import { createContext } from 'react';

import type { RowCommand } from './row-keys.ts';

/** Runs a command on a row, as its key would. */
export const CommandContext = createContext<(command: RowCommand, id: string) => void>(() => undefined);
