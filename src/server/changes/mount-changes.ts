import type { Hono } from 'hono';

import type { Change } from '#app/context';
import { ROUTE_PATHS } from '#contract/client';
import { refuse } from '#core/errors';
import type { Actor } from '#core/workflow';

import type { Admit } from '../http/admit-request.ts';
import type { ServerEnv } from '../http/server-env.ts';
import { changeStream, type OpenStream } from './change-stream.ts';
import type { RunningChangeFeed } from './create-change-feed.ts';
import { type ConfidentialityOf, tellChanges } from './tell-changes.ts';

/** What the stream of changes needs. */
export interface ChangeStreamPorts {
  readonly feed: RunningChangeFeed;
  readonly admit: Admit;
  readonly now: () => string;
  readonly confidentialityOf: ConfidentialityOf;
}

/** Changes within this time are told together, each thing once. */
const COALESCE_MS = 150;

/** The streams that are open. */
export interface OpenStreams {
  /** Ends all of them; whoever wants to go on hearing connects again. */
  closeAll(): void;
}

/** Mounts server-sent events: `change` for whatever changed, a comment now and then so that the line stays open. */
export function mountChanges(app: Hono<ServerEnv>, ports: ChangeStreamPorts): OpenStreams {
  const workspaces = new Map<string, Workspace>();
  const closeAll = (): void => {
    for (const { streams } of workspaces.values()) for (const stream of streams) stream.close();
  };
  ports.feed.onGap(closeAll);
  app.get(`/api/v1${ROUTE_PATHS.streamChanges[1]}`, async (context) => {
    context.set('route', 'streamChanges');
    const admit = () => ports.admit(context, { id: 'streamChanges', writes: false });
    const actor = await admit();
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    // Nobody reads the body of an answer to HEAD, so nobody would end it.
    if (context.req.method === 'HEAD') return new Response(null, { headers });
    const workspace = workspaces.get(actor.workspaceId) ?? openWorkspace(actor.workspaceId, workspaces, ports);
    refuseMore(actor, workspace.streams);
    const body = changeStream({ actor, admit, joined: workspace });
    return new Response(body, { headers });
  });
  return { closeAll };
}

/** Streams that one person may have open, in all browsers together. */
const MOST_STREAMS = 40;

function refuseMore(actor: Actor, streams: Iterable<OpenStream>): void {
  const own = [...streams].filter((stream) => stream.actor.userId === actor.userId).length;
  if (own >= MOST_STREAMS) refuse('too-many-requests', { retryAfterSeconds: 30 });
}

interface Workspace {
  readonly streams: Set<OpenStream>;
  add(stream: OpenStream): void;
  remove(stream: OpenStream): void;
}

/** One subscription for everybody of a workspace, so that what may be told is looked up once. */
function openWorkspace(id: string, workspaces: Map<string, Workspace>, ports: ChangeStreamPorts): Workspace {
  const streams = new Set<OpenStream>();
  const waiting = new Map<string, Change>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    const changes = [...waiting.values()];
    waiting.clear();
    tellChanges({ changes, streams, at: ports.now() }, (ids) => ports.confidentialityOf(id, ids)).catch(() => {
      // Nobody knows who may hear of it: everybody connects again and asks for everything.
      for (const stream of streams) stream.close();
    });
  };
  const unsubscribe = ports.feed.subscribe(id, (change) => {
    waiting.set(`${change.type} ${change.id}`, change);
    timer ??= setTimeout(flush, COALESCE_MS);
  });
  const workspace: Workspace = {
    streams,
    add: (stream) => streams.add(stream),
    remove: (stream) => {
      streams.delete(stream);
      if (streams.size > 0) return;
      clearTimeout(timer);
      unsubscribe();
      workspaces.delete(id);
    },
  };
  workspaces.set(id, workspace);
  return workspace;
}
