import { randomUUID } from 'node:crypto';

import type { AppLog, Change, ChangeFeed } from '#app/context';

import type { Listener, OpenListener } from './open-listener.ts';

/** A feed that runs until it is stopped. */
export interface RunningChangeFeed extends ChangeFeed {
  /** Hears when changes of other processes may have been missed: whoever shows data asks for all of it again. */
  onGap(listener: () => void): () => void;
  /** Hears of every change of every workspace. */
  subscribeAll(listener: Listen): void;
  stop(): Promise<void>;
}

/** What a feed needs of the database. */
export interface ChangeFeedPorts {
  readonly openListener: OpenListener;
  /** Sends texts to every process that listens. */
  readonly notify: (payloads: readonly string[]) => Promise<void>;
  readonly log: AppLog;
}

/** Changes within this time go out together, each once. */
const COALESCE_MS = 50;

type Listen = (change: Change) => void;

/**
 * Tells changes to everybody in this process at once, and to the other processes on the same database through
 * PostgreSQL's LISTEN and NOTIFY.
 */
export function createChangeFeed(ports: ChangeFeedPorts): RunningChangeFeed {
  const self = randomUUID();
  const listeners = new Map<string, Set<Listen>>();
  const gapListeners = new Set<() => void>();
  const everything = new Set<Listen>();
  const deliver = (change: Change): void => {
    for (const listener of everything) listener(change);
    for (const listener of listeners.get(change.workspaceId) ?? []) listener(change);
  };
  const outgoing = outgoingChanges(self, ports);
  const listener: Listener = ports.openListener({
    hear: (payload) => {
      const { from, change } = JSON.parse(payload) as { from?: string; change?: Change };
      // Without a change: everything is another one, as after a restore.
      if (change === undefined) for (const gap of gapListeners) gap();
      else if (from !== self) deliver(change);
    },
    gap: () => {
      for (const gap of gapListeners) gap();
    },
  });
  return {
    announce: (change) => {
      deliver(change);
      outgoing.add(change);
    },
    subscribe: (workspaceId, listen) => {
      const set = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, set.add(listen));
      return () => {
        set.delete(listen);
        if (set.size === 0) listeners.delete(workspaceId);
      };
    },
    subscribeAll: (listen) => {
      everything.add(listen);
    },
    onGap: (gap) => {
      gapListeners.add(gap);
      return () => gapListeners.delete(gap);
    },
    stop: async () => {
      await outgoing.flush();
      await listener.stop();
    },
  };
}

/** Gathers changes, the last of each thing, and sends them after a moment. */
function outgoingChanges(self: string, ports: ChangeFeedPorts) {
  const waiting = new Map<string, Change>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const payloads = [...waiting.values()].map((change) => JSON.stringify({ from: self, change }));
    waiting.clear();
    if (payloads.length === 0) return;
    try {
      await ports.notify(payloads);
    } catch (error) {
      ports.log.warn({ err: error, changes: payloads.length }, 'Other processes were not told about changes.');
    }
  };
  return {
    flush,
    add: (change: Change) => {
      waiting.set(`${change.workspaceId} ${change.type} ${change.id}`, change);
      timer ??= setTimeout(() => {
        flush().catch(() => {});
      }, COALESCE_MS);
    },
  };
}
