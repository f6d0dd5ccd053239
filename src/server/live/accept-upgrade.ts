import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';

import { LIVE_CLOSE } from '#core/shared-doc';

import { type EventRate, eventRate } from './event-rate.ts';
import type { LiveIdentity, LivePorts, LiveSettings } from './live-ports.ts';
import { type CloseReason, closeSocket, type LiveSocket } from './live-socket.ts';
import { postmortemIdOf } from './live-target.ts';

/** Takes upgrades: who is it, may they, and from where. */
export interface UpgradeDoor {
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** What a door works with. */
export interface UpgradeDoorParts {
  readonly ports: LivePorts;
  readonly settings: LiveSettings;
  readonly onOpen: (socket: LiveSocket, request: IncomingMessage) => void;
}

/** People whose rates are remembered; the oldest is forgotten first. */
const MOST_RATES = 10_000;

/** A door that is open. */
export function upgradeDoor({ ports, settings, onOpen }: UpgradeDoorParts): UpgradeDoor {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: settings.maxMessageBytes,
    perMessageDeflate: false,
  });
  const rates = new Map<string, EventRate>();
  const admit = async (request: IncomingMessage): Promise<Omit<LiveSocket, 'webSocket'> | CloseReason> => {
    const identity = await ports.authenticate(request.headers);
    if (identity === null) return LIVE_CLOSE.sessionExpired;
    if (!rateOf(rates, identity, settings).take(performance.now())) return LIVE_CLOSE.tooMany;
    const target = { workspaceId: identity.workspaceId, postmortemId: postmortemIdOf(request.url) ?? '' };
    const access = await ports.access(identity, target);
    if (access === 'none') return LIVE_CLOSE.noAccess;
    return { headers: request.headers, target, identity, access, connection: undefined };
  };
  const welcome = (
    webSocket: WebSocket,
    admitted: Omit<LiveSocket, 'webSocket'> | CloseReason,
  ): LiveSocket | undefined => {
    webSocket.on('error', (error) => {
      ports.log.warn({ error }, 'A live connection failed.');
    });
    if (!('code' in admitted)) return { ...admitted, webSocket };
    ports.metrics.refused(admitted.reason);
    // A browser learns why only from a connection that was there.
    closeSocket(webSocket, admitted);
    return undefined;
  };
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const admitted = await admit(request);
    socket.off('error', ignoreError);
    server.handleUpgrade(request, socket, head, (webSocket) => {
      const live = welcome(webSocket, admitted);
      if (live !== undefined) onOpen(live, request);
    });
  };
  return {
    take(request, socket, head) {
      const refused = refusedStatus(request, settings);
      if (refused !== undefined) {
        ports.metrics.refused(refused);
        endWith(socket, refused);
        return;
      }
      socket.on('error', ignoreError);
      upgrade(request, socket, head).catch((error: unknown) => {
        ports.log.error({ error }, 'A live connection could not be admitted.');
        endWith(socket, '503 Service Unavailable');
      });
    },
    close() {
      server.close();
    },
  };
}

/** Until a connection is upgraded, it may break without anybody having to know. */
function ignoreError(): void {
  // Nothing was begun.
}

function endWith(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Status of an upgrade that is not for us, or not from one of our pages; undefined for one that may go on. */
function refusedStatus(request: IncomingMessage, settings: LiveSettings): string | undefined {
  if (postmortemIdOf(request.url) === undefined) return '404 Not Found';
  return isOwnOrigin(request, settings) ? undefined : '403 Forbidden';
}

/** Browsers send cookies along from any page, but always say which page it is; other programs say nothing. */
function isOwnOrigin({ headers }: IncomingMessage, settings: LiveSettings): boolean {
  const { origin, host } = headers;
  if (origin === undefined || settings.origins.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

function rateOf(rates: Map<string, EventRate>, { user }: LiveIdentity, settings: LiveSettings): EventRate {
  const known = rates.get(user.id);
  if (known !== undefined) return known;
  if (rates.size >= MOST_RATES) rates.delete(rates.keys().next().value ?? '');
  const rate = eventRate(settings.connectionsPerMinute, 60_000);
  rates.set(user.id, rate);
  return rate;
}
