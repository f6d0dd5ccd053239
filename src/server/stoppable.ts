import type { AppLog } from '#app/context';

/** Stops one part; `hurry` says that the time for doing it gently is over. */
type StopPart = (hurry: AbortSignal) => Promise<void>;

/** Everything that has been started, to be stopped in the opposite order. */
export interface Stopping {
  add(name: string, stop: StopPart): void;
  isStopping(): boolean;
  /** Stops everything; called again, it only shortens the time. */
  stop(deadlineMs?: number): Promise<void>;
}

const DEADLINE_MS = 10_000;

/** Remembers how to stop what was started. A part that fails to stop is told to the log and does not keep the others. */
export function stoppable(log: AppLog): Stopping {
  const parts: { readonly name: string; readonly stop: StopPart }[] = [];
  const hurry = new AbortController();
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const { name, stop } of parts.toReversed()) {
      try {
        await stop(hurry.signal);
      } catch (error) {
        log.error({ part: name, err: error }, 'A part did not stop cleanly.');
      }
    }
  };
  return {
    add: (name, stop) => {
      parts.push({ name, stop });
    },
    isStopping: () => stopping !== undefined,
    stop: async (deadlineMs = DEADLINE_MS) => {
      const timer = setTimeout(() => hurry.abort(), deadlineMs);
      stopping ??= stopAll();
      await stopping;
      clearTimeout(timer);
    },
  };
}
