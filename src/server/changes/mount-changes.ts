import type { Hono } from 'hono';

import type { Change } from '#app/context';
import { ROUTE_PATHS } from '#contract/client';
import type { Actor } from '#core/workflow';

import type { Admit } from '../http/admit-request.ts';
import type { ServerContext, ServerEnv } from '../http/server-env.ts';
import type { RunningChangeFeed } from './create-change-feed.ts';

/** What the stream of changes needs. */
export interface ChangeStreamPorts {
  readonly feed: RunningChangeFeed;
  readonly admit: Admit;
  readonly now: () => string;
  /** Of those changes, the ones that this person may know of. Asked when they are told, not when the stream opens. */
  readonly visible: (actor: Actor, changes: readonly Change[]) => Promise<readonly Change[]>;
}

/** Shorter than what proxies wait before they close a silent connection. */
const HEARTBEAT_MS = 25_000;
/** Changes within this time are told together, each thing once. */
const COALESCE_MS = 150;

/** Mounts server-sent events: `change` for whatever changed, a comment now and then so that the line stays open. */
export function mountChanges(app: Hono<ServerEnv>, ports: ChangeStreamPorts): { closeAll(): void } {
  const open = new Set<() => void>();
  const closeAll = (): void => {
    for (const close of open) close();
  };
  ports.feed.onGap(closeAll);
  app.get(`/api/v1${ROUTE_PATHS.streamChanges[1]}`, async (context) => {
    context.set('route', 'streamChanges');
    const actor = await ports.admit(context, { id: 'streamChanges', writes: false });
    return new Response(changeStream({ actor, context, open, ports }), {
      headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', 'cache-control': 'no-store' },
    });
  });
  return { closeAll };
}

interface StreamParts {
  readonly actor: Actor;
  readonly context: ServerContext;
  readonly open: Set<() => void>;
  readonly ports: ChangeStreamPorts;
}

function changeStream({ actor, context, open, ports }: StreamParts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = (): void => {};
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const gathered = gatherChanges(async (changes) => {
        for (const change of await ports.visible(actor, changes)) write(eventText(change, ports.now()));
      });
      const unsubscribe = ports.feed.subscribe(actor.workspaceId, gathered.add);
      const heartbeat = setInterval(() => {
        // Whoever was signed out, disabled or given another role since connects again, or no more.
        ports.admit(context, { id: 'streamChanges', writes: false }).then(
          (still) => (still.role === actor.role ? write(': still here\n\n') : close()),
          () => close(),
        );
      }, HEARTBEAT_MS);
      const close = (): void => {
        end();
        controller.close();
      };
      end = () => {
        end = () => {};
        clearInterval(heartbeat);
        unsubscribe();
        gathered.stop();
        open.delete(close);
      };
      open.add(close);
      write('retry: 2000\n\n');
    },
    cancel: () => end(),
  });
}

function eventText(change: Change, at: string): string {
  const { id, revision, type } = change;
  return `event: change\ndata: ${JSON.stringify({ type, id, revision, at })}\n\n`;
}

function gatherChanges(tell: (changes: readonly Change[]) => Promise<void>) {
  const waiting = new Map<string, Change>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    const changes = [...waiting.values()];
    waiting.clear();
    // A stream that ended meanwhile takes nothing more, and what is not told now is asked for on the next visit.
    tell(changes).catch(() => {});
  };
  return {
    add: (change: Change) => {
      waiting.set(`${change.type} ${change.id}`, change);
      timer ??= setTimeout(flush, COALESCE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
