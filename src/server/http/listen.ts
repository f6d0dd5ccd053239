import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

import { refusal, refuse } from '#core/errors';

import { problemResponse } from './problem-response.ts';
import { requestIdOf } from './request-id.ts';
import type { ServerEnv } from './server-env.ts';
import { type Connections, trackConnections } from './track-connections.ts';

/** Where to listen. */
export interface ListenSettings {
  readonly host: string;
  /** Absent: the usual one, or the next that is free. */
  readonly port: number | undefined;
}

/** An address that is ours. Requests are told to come back until `serve` is called. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Starts to answer. */
  serve(app: Hono<ServerEnv>, handleUpgrade: HandleUpgrade): void;
  /** Takes no more connections, lets requests end, and cuts off what has not ended when it is to hurry. */
  stop(hurry: AbortSignal): Promise<void>;
}

/** Takes the upgrade of a request to a socket. */
type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const USUAL_PORT = 4680;
/** How many ports after the usual one are tried. */
const TRIES = 50;
/** Longer than the pause of a proxy in front, so that it never sends into a connection that is just closing. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 15_000;
/** An upload may take long; that it does not stand still is watched where it is read. */
const REQUEST_MS = 30 * 60_000;

/** Takes an address. Refuses where it cannot be had. */
export async function listen(settings: ListenSettings): Promise<Listening> {
  let fetch: Hono<ServerEnv>['fetch'] = starting;
  let upgrade: HandleUpgrade = notYet;
  const answer = getRequestListener((request, bindings) => fetch(request, bindings), {
    errorHandler: unreadable,
  });
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      answer(request, response).catch(() => response.destroy());
    },
  );
  server.on('upgrade', (request, socket: Duplex, head) => upgrade(request, socket, head));
  const connections = trackConnections(server);
  const port = await bindFree(server, settings);
  let stopped: Promise<void> | undefined;
  return {
    host: settings.host,
    port,
    serve: (app, handleUpgrade) => {
      fetch = app.fetch;
      upgrade = handleUpgrade;
    },
    stop: (hurry) => (stopped ??= stopServer(server, connections, hurry)),
  };
}

function notYet(_request: IncomingMessage, socket: Duplex): void {
  socket.destroy();
}

function starting(): Response {
  return problemResponse(refusal('server-starting', {}), requestIdOf(undefined, 0));
}

/** What is no HTTP request that could be answered: a missing host, an address that is none. */
function unreadable(error: unknown): Response {
  const reason = error instanceof Error ? error.message.toLowerCase() : 'it is no HTTP request';
  return problemResponse(refusal('request-malformed', { reason }), requestIdOf(undefined, 0));
}

async function bindFree(server: Server, { host, port }: ListenSettings): Promise<number> {
  if (port !== undefined) {
    const bound = await bind(server, host, port);
    return bound ?? refuse('port-taken', { host, port });
  }
  for (let each = USUAL_PORT; each < USUAL_PORT + TRIES; each += 1) {
    const bound = await bind(server, host, each);
    if (bound !== undefined) return bound;
  }
  return refuse('port-taken', { host, port: USUAL_PORT });
}

/** The port it is bound to; undefined where another program has it. */
async function bind(server: Server, host: string, port: number): Promise<number | undefined> {
  const { promise, reject, resolve } = Promise.withResolvers<number | undefined>();
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EADDRINUSE') resolve(undefined);
    else reject(refusal('address-unusable', { host, port, reason: error.message }));
  };
  server.once('error', onError);
  server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port));
  try {
    return await promise;
  } finally {
    server.off('error', onError);
  }
}

async function stopServer(server: Server, connections: Connections, hurry: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  connections.endIdle();
  if (hurry.aborted) connections.endAll();
  const cut = (): void => connections.endAll();
  hurry.addEventListener('abort', cut);
  await promise;
  hurry.removeEventListener('abort', cut);
}
