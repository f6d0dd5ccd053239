import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives memory back to the system when nobody asks for anything. */
export interface MemoryRest {
  /** Somebody asked for something. */
  note(): void;
  stop(): void;
}

/** What the collector takes here; Node's own types do not know it. */
type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** This long without a request is rest. */
const QUIET_MS = 10_000;

/**
 * Starting up, and every burst of work, leaves tens of megabytes that nobody uses, and V8 keeps them as long as nothing
 * happens. One full collection in a quiet moment gives them back: 40 MB of 155 after a start, in less than 0.1 s.
 */
export function restMemory(): MemoryRest {
  let timer: NodeJS.Timeout | undefined;
  const note = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveBack, QUIET_MS).unref();
  };
  note();
  return { note, stop: () => clearTimeout(timer) };
}

function giveBack(): void {
  // The only way to the collector from inside; the flag makes it visible to new contexts alone.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
