import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { type Document, Hocuspocus, isTransactionOrigin } from '@hocuspocus/server';
import * as Y from 'yjs';

import { Refusal } from '#core/errors';
import { LIVE_CLOSE, type LiveMessage } from '#core/shared-doc';

import { type UpgradeDoor, upgradeDoor } from './accept-upgrade.ts';
import { type DocumentSize, documentSize } from './document-size.ts';
import { keptDoc } from './kept-doc.ts';
import { type Live, LIVE_DEFAULTS, type LivePorts, type LiveSettings, type LiveTarget } from './live-ports.ts';
import { type CloseReason, closeSocket, type LiveContext, type LiveSocket, passMessages } from './live-socket.ts';
import { documentName } from './live-target.ts';
import { OpenDocument } from './open-document.ts';
import { guardPresence } from './presence.ts';

/**
 * Live editing: one shared document per post-mortem that is open, kept in memory while somebody has it open or something
 * of it is not stored yet.
 */
export function createLive(ports: LivePorts, settings: Partial<LiveSettings> = {}): Live {
  const live = new LiveServer(ports, { ...LIVE_DEFAULTS, ...settings });
  return {
    handleUpgrade: (request, socket, head) => {
      live.door.take(request, socket, head);
    },
    applyToOpen: async (target, change, by) => {
      const open = await live.find(target);
      return open === undefined ? null : await open.apply(change, { via: 'api', ...by });
    },
    noticeRevision: async (target, revision) => (await live.find(target))?.takeIn(revision),
    recheckAccess: (target) => live.recheck(target),
    flush: () => live.flush(),
    status: () => live.status(),
    stop: (deadlineMs = 8000) => live.stop(deadlineMs),
  };
}

/** What is thrown where a hook says no: the library writes errors with a message to the console. */
class Refused extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super('');
    this.reason = reason;
  }
}

/** Type of a synchronisation message that only asks. */
const STATE_VECTOR = 0;

class LiveServer {
  readonly door: UpgradeDoor;
  private readonly ports: LivePorts;
  private readonly settings: LiveSettings;
  private readonly sockets = new Set<LiveSocket>();
  private readonly open = new Map<string, OpenDocument>();
  private readonly sizes = new WeakMap<Y.Doc, DocumentSize>();
  private readonly hocuspocus: Hocuspocus<LiveContext>;
  private readonly recheckTimer: NodeJS.Timeout;
  private failedSaves = 0;
  private isStopping = false;

  constructor(ports: LivePorts, settings: LiveSettings) {
    this.ports = this.countingFailures(ports);
    this.settings = settings;
    this.hocuspocus = new Hocuspocus<LiveContext>(this.hooks());
    this.door = upgradeDoor({
      ports: this.ports,
      settings,
      onOpen: (socket, request) => {
        this.welcome(socket, request);
      },
    });
    this.recheckTimer = setInterval(() => {
      this.recheck({}).catch((error: unknown) => {
        ports.log.error({ error }, 'Rights of open documents could not be looked at again.');
      });
    }, settings.recheckMs).unref();
  }

  /** The open document, also while it is still being opened. */
  async find(target: LiveTarget): Promise<OpenDocument | undefined> {
    const name = documentName(target);
    await this.hocuspocus.loadingDocuments.get(name)?.catch(() => undefined);
    return this.open.get(name);
  }

  status(): ReturnType<Live['status']> {
    const documents = [...this.open.values()];
    return {
      documents: documents.length,
      connections: this.sockets.size,
      failedSaves: this.failedSaves,
      unsaved: documents.filter(({ isUnsaved }) => isUnsaved).length,
      failing: documents.filter(({ isFailing }) => isFailing).length,
    };
  }

  async flush(): Promise<void> {
    // Each failure is told where it happens, and tried again.
    await Promise.allSettled([...this.open.values()].filter(({ isUnsaved }) => isUnsaved).map((open) => open.save()));
  }

  async stop(deadlineMs: number): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    this.isStopping = true;
    clearInterval(this.recheckTimer);
    for (const { webSocket } of this.sockets) closeSocket(webSocket, LIVE_CLOSE.restart);
    while (this.sockets.size > 0 && performance.now() < deadline) await wait(10);
    for (let pause = 50; ; pause = Math.min(2 * pause, 1000)) {
      await this.flush();
      if (this.status().unsaved === 0 || performance.now() + pause > deadline) break;
      await wait(pause);
    }
    for (const open of this.open.values()) open.dispose();
    this.door.close();
  }

  /** Looks again at sessions and rights of connections. */
  async recheck({ workspaceId, postmortemId }: Partial<LiveTarget>): Promise<void> {
    const concerned = [...this.sockets].filter(
      ({ target }) =>
        (workspaceId === undefined || target.workspaceId === workspaceId) &&
        (postmortemId === undefined || target.postmortemId === postmortemId),
    );
    for (const socket of concerned) await this.recheckSocket(socket);
  }

  private async recheckSocket(socket: LiveSocket): Promise<void> {
    const identity = await this.ports.authenticate(socket.headers);
    if (identity === null || identity.user.id !== socket.identity.user.id) {
      closeSocket(socket.webSocket, LIVE_CLOSE.sessionExpired);
      return;
    }
    const access = await this.ports.access(identity, socket.target);
    if (access === 'none') closeSocket(socket.webSocket, LIVE_CLOSE.noAccess);
    else if (access !== socket.access) {
      socket.access = access;
      if (socket.connection === undefined) return;
      socket.connection.readOnly = access === 'read';
      socket.connection.sendStateless(JSON.stringify({ type: 'access', access } satisfies LiveMessage));
    }
  }

  private welcome(socket: LiveSocket, request: IncomingMessage): void {
    if (this.isStopping) {
      closeSocket(socket.webSocket, LIVE_CLOSE.restart);
      return;
    }
    this.sockets.add(socket);
    socket.webSocket.on('close', () => {
      this.sockets.delete(socket);
    });
    // The library wants a request of the fetch kind; what it says was looked at already.
    const asked = new Request(`http://localhost${request.url ?? '/'}`);
    passMessages(socket, this.hocuspocus.handleConnection(socket.webSocket, asked, { socket }), this.settings);
  }

  private hooks(): ConstructorParameters<typeof Hocuspocus<LiveContext>>[0] {
    return {
      quiet: true,
      maxPendingDocuments: 2,
      onAuthenticate: ({ context, documentName: name, connectionConfig }) => {
        const { target, access } = context.socket;
        if (name !== documentName(target)) return Promise.reject(new Refused('no-access'));
        connectionConfig.readOnly = access === 'read';
        return Promise.resolve();
      },
      onLoadDocument: ({ context: { socket }, document }) =>
        this.load(socket.target, document).catch((error: unknown) => this.refuseLoad(socket, error)),
      connected: ({ context: { socket }, connection }) => {
        // The library may hand out a document that it is just dropping; the editor then connects again.
        if (connection.document.isDestroyed) closeSocket(socket.webSocket, LIVE_CLOSE.restart);
        socket.connection = connection;
        connection.readOnly = socket.access === 'read';
        const open = this.open.get(documentName(socket.target));
        if (open !== undefined) connection.sendStateless(JSON.stringify(open.greeting()));
        return Promise.resolve();
      },
      beforeSync: ({ connection, document, type, payload }) => {
        if (type === STATE_VECTOR || connection.readOnly) return Promise.resolve();
        const reason = this.whyRefused(document, payload);
        if (reason !== undefined) this.refuseUpdate(connection.context.socket, reason);
        return Promise.resolve();
      },
      beforeHandleAwareness: ({ context, connection, document, states }) => {
        if (context === undefined || connection === undefined) return Promise.resolve();
        guardPresence(states, context.socket.identity.user, clientsOfOthers(document, connection));
        return Promise.resolve();
      },
      beforeUnloadDocument: ({ documentName: name }) =>
        this.open.get(name)?.isBusy === true ? this.storeBeforeUnload(name) : Promise.resolve(),
      afterUnloadDocument: ({ documentName: name }) => {
        this.open.get(name)?.dispose();
        this.open.delete(name);
        return Promise.resolve();
      },
    };
  }

  private async load(target: LiveTarget, document: Document): Promise<void> {
    const { state, stored } = await keptDoc(this.ports, target);
    Y.applyUpdate(document, state);
    this.sizes.set(document, documentSize(document, this.settings.maxDocumentBytes));
    const open = new OpenDocument({
      target,
      document,
      stored,
      ports: this.ports,
      settings: this.settings,
      authorOf,
      onIdle: () => {
        this.unloadIfLeft(document);
      },
      onGone: () => {
        for (const socket of this.sockets)
          if (documentName(socket.target) === document.name) closeSocket(socket.webSocket, LIVE_CLOSE.noAccess);
      },
    });
    this.open.set(document.name, open);
  }

  private refuseLoad({ webSocket, target }: LiveSocket, error: unknown): never {
    const isGone = error instanceof Refusal && error.kind === 'missing';
    if (!isGone) this.ports.log.error({ ...target, error }, 'A post-mortem could not be opened for editing.');
    closeSocket(webSocket, isGone ? LIVE_CLOSE.noAccess : LIVE_CLOSE.restart);
    throw new Refused(isGone ? LIVE_CLOSE.noAccess.reason : 'unavailable');
  }

  /** A document stays until everything of it is stored, also when everybody has left. */
  private storeBeforeUnload(name: string): Promise<never> {
    const open = this.open.get(name);
    // Told and tried again where it fails; when it is done, the document goes.
    if (open?.isFailing === false) open.save().catch(() => undefined);
    return Promise.reject(new Refused('unsaved'));
  }

  private unloadIfLeft(document: Document): void {
    if (document.getConnectionsCount() > 0) return;
    this.hocuspocus.unloadDocument(document).catch((error: unknown) => {
      this.ports.log.error({ error, document: document.name }, 'A shared document could not be dropped.');
    });
  }

  private whyRefused(document: Y.Doc, update: Uint8Array): CloseReason | undefined {
    if (!isUpdate(update)) return LIVE_CLOSE.malformed;
    return this.sizes.get(document)?.allows(update.byteLength) === false ? LIVE_CLOSE.tooLarge : undefined;
  }

  /** What cannot be taken is not taken: the connection becomes one that only reads, and closes. */
  private refuseUpdate({ webSocket, connection, target }: LiveSocket, reason: CloseReason): void {
    if (connection !== undefined) connection.readOnly = true;
    closeSocket(webSocket, reason);
    this.ports.metrics.refused(reason.reason);
    this.ports.log.warn({ ...target, reason: reason.reason }, 'An edit was refused.');
  }

  private countingFailures(ports: LivePorts): LivePorts {
    const { metrics } = ports;
    return {
      authenticate: (headers) => ports.authenticate(headers),
      access: (identity, target) => ports.access(identity, target),
      load: (target) => ports.load(target),
      save: (target, save) => ports.save(target, save),
      keepState: (target, kept) => ports.keepState(target, kept),
      log: ports.log,
      metrics: {
        saved: (result, seconds) => {
          if (result === 'failed') this.failedSaves += 1;
          metrics.saved(result, seconds);
        },
        refused: (reason) => {
          metrics.refused(reason);
        },
      },
    };
  }
}

/** The library would log a broken update, drop it, and say that it was taken. */
function isUpdate(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function authorOf(origin: unknown): string | undefined {
  if (!isTransactionOrigin(origin) || origin.source !== 'connection') return undefined;
  return (origin.connection.context as LiveContext).socket.identity.user.id;
}

function clientsOfOthers(document: Document, own: unknown): Set<number> {
  const others = new Set<number>();
  for (const [connection, { clients }] of document.connections)
    if (connection !== own) for (const client of clients) others.add(client as number);
  return others;
}
