import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';

import type { LiveMessage } from '#core/shared-doc';
import { createLive, type Live, type LivePorts, type LiveSettings } from '#server/live';

import { WORKSPACE } from './live-store.ts';

/** A server with live editing and nothing else. */
export interface LiveServer {
  readonly live: Live;
  readonly port: number;
  stop(): Promise<void>;
}

/** Everyday settings with less patience. */
const QUICK: Partial<LiveSettings> = { quietMs: 40, latestMs: 200, retryMs: [50, 100], connectionsPerMinute: 1000 };

/** Starts a server on real sockets. */
export async function liveServer(
  ports: LivePorts,
  settings: Partial<LiveSettings> & { port?: number } = {},
): Promise<LiveServer> {
  const { port = 0, ...others } = settings;
  const live = createLive(ports, { ...QUICK, ...others });
  const server = createServer((_request, response) => {
    response.statusCode = 404;
    response.end();
  });
  server.on('upgrade', (request, socket, head) => {
    live.handleUpgrade(request, socket, head);
  });
  await listen(server, port);
  return {
    live,
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await live.stop(2000);
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Somebody with a post-mortem open. */
export interface Editor {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly messages: LiveMessage[];
  /** Codes and reasons with which the server closed the connection. */
  readonly closed: { readonly code: number; readonly reason: string }[];
  /** True where everything of this editor is stored, as an editor can know it. */
  isSaved(): boolean;
  disconnect(): void;
  connect(): Promise<void>;
  close(): void;
}

/** What somebody asks for. */
export interface EditorOptions {
  readonly user: string;
  readonly headers?: Record<string, string>;
  readonly document?: Y.Doc;
  readonly documentName?: string;
}

/** Opens a post-mortem as an editor does, over a real socket. */
export function openEditor({ port }: Pick<LiveServer, 'port'>, postmortemId: string, options: EditorOptions): Editor {
  const messages: LiveMessage[] = [];
  const closed: Editor['closed'] = [];
  class SignedInSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { 'x-user': options.user, ...options.headers } });
      // A connection that is given up before it is there; in a browser that is no error either.
      this.on('error', () => undefined);
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/api/v1/postmortems/${postmortemId}/live`,
    WebSocketPolyfill: SignedInSocket,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
  });
  let isSaved = options.document === undefined;
  const hear = (message: LiveMessage): void => {
    messages.push(message);
    if (message.type === 'saved' && message.clean && provider.unsyncedChanges === 0) isSaved = true;
  };
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.documentName ?? `${WORKSPACE}/${postmortemId}`,
    ...(options.document === undefined ? {} : { document: options.document }),
    onStateless: ({ payload }) => {
      hear(JSON.parse(payload) as LiveMessage);
    },
    onClose: ({ event }) => closed.push({ code: event.code, reason: event.reason }),
  });
  provider.document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) isSaved = false;
  });
  provider.attach();
  return {
    doc: provider.document,
    provider,
    messages,
    closed,
    isSaved: () => isSaved,
    disconnect: () => {
      socket.disconnect();
    },
    connect: async () => {
      await socket.connect();
    },
    close: () => {
      provider.destroy();
      socket.destroy();
    },
  };
}

/** Waits until something holds. */
export async function until(what: () => unknown, timeout = 5000): Promise<void> {
  const deadline = performance.now() + timeout;
  while ((await what()) !== true) {
    if (performance.now() > deadline) throw new Error(`still waiting until ${String(what)}`);
    await wait(10);
  }
}

/** Opens a post-mortem and waits until it is there. */
export async function openedEditor(
  server: Pick<LiveServer, 'port'>,
  postmortemId: string,
  options: EditorOptions,
): Promise<Editor> {
  const editor = openEditor(server, postmortemId, options);
  await until(() => editor.provider.isSynced && editor.messages.length > 0);
  return editor;
}
