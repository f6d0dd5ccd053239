import { Client } from 'pg';

import type { AppLog } from '#app/context';

/** What comes out of a listening connection. */
interface Heard {
  hear(payload: string): void;
  /** Called when the connection is back after it was lost. */
  gap(): void;
}

/** A listening connection. */
export interface Listener {
  stop(): Promise<void>;
}

/** Starts to listen; goes on through lost connections until it is stopped. */
export type OpenListener = (heard: Heard) => Listener;

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

/** Listens on a connection of its own, which does nothing else. */
export function databaseListener(url: string, channel: string, log: AppLog): OpenListener {
  return (heard) => {
    let stopped = false;
    let client: Client | undefined;
    let wait = FIRST_WAIT_MS;
    let retry: NodeJS.Timeout | undefined;
    let connections = 0;
    const again = (): void => {
      if (stopped || retry !== undefined) return;
      retry = setTimeout(() => {
        retry = undefined;
        connect().catch(() => {});
      }, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
    const connect = async (): Promise<void> => {
      const next = new Client({ connectionString: url, keepAlive: true, application_name: 'nevertwice changes' });
      client = next;
      next.on('error', again);
      next.on('end', again);
      next.on('notification', ({ payload }) => heard.hear(payload ?? ''));
      try {
        await next.connect();
        await next.query(`listen ${channel}`);
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'Changes of other processes are not heard at the moment.');
        return again();
      }
      wait = FIRST_WAIT_MS;
      connections += 1;
      if (connections > 1) heard.gap();
    };
    const opening = connect();
    return {
      stop: async () => {
        stopped = true;
        clearTimeout(retry);
        await opening;
        await client?.end().catch((error: unknown) => log.warn({ err: error }, 'A connection did not close.'));
      },
    };
  };
}
