import type { LiveSettings } from './live-ports.ts';

/** Decides when a document is stored: soon after it changed, and again after a failure. */
export interface SaveSchedule {
  /** Something changed. */
  changed(): void;
  /** Stores now; throws what storing throws, and tries again later then. */
  run(): Promise<void>;
  readonly isFailing: () => boolean;
  stop(): void;
}

/** What a schedule works with. */
export interface SaveScheduleParts {
  readonly settings: LiveSettings;
  readonly store: () => Promise<void>;
  /** Called for every failure, with the milliseconds until the next attempt. */
  readonly onFailure: (error: unknown, retryMs: number) => void;
}

/** A schedule that has nothing to do yet. */
export function saveSchedule({ settings, store, onFailure }: SaveScheduleParts): SaveSchedule {
  let timer: NodeJS.Timeout | undefined;
  let firstChange: number | undefined;
  let failures = 0;
  let isStopped = false;
  const wake = (delay: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(fire, delay);
  };
  const fail = (error: unknown): void => {
    const retryMs = settings.retryMs[Math.min(failures, settings.retryMs.length - 1)] ?? settings.latestMs;
    failures += 1;
    wake(retryMs);
    onFailure(error, retryMs);
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    firstChange = undefined;
    try {
      await store();
      failures = 0;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  // The failure was told already, and the next attempt has its timer.
  const fire = (): void => void run().catch(() => undefined);
  return {
    changed() {
      if (failures > 0) return;
      const now = performance.now();
      firstChange ??= now;
      wake(Math.max(0, Math.min(settings.quietMs, firstChange + settings.latestMs - now)));
    },
    run,
    isFailing: () => failures > 0,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
