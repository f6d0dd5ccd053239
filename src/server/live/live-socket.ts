import type { IncomingHttpHeaders } from 'node:http';

import type { Connection, Hocuspocus } from '@hocuspocus/server';
import type { WebSocket } from 'ws';

import { LIVE_CLOSE } from '#core/shared-doc';

import { eventRate } from './event-rate.ts';
import type { LiveIdentity, LiveSettings, LiveTarget } from './live-ports.ts';
import { documentName } from './live-target.ts';

/** Why a connection is closed. */
export type CloseReason = (typeof LIVE_CLOSE)[keyof typeof LIVE_CLOSE];

/** One connection of one person to one post-mortem. */
export interface LiveSocket {
  readonly webSocket: WebSocket;
  readonly headers: IncomingHttpHeaders;
  readonly target: LiveTarget;
  readonly identity: LiveIdentity;
  /** What the person may do now; looked at again now and then. */
  access: 'read' | 'write';
  /** Their part of the open document, once it is there. */
  connection: Connection<LiveContext> | undefined;
}

/** What every hook gets of a connection. */
export interface LiveContext {
  readonly socket: LiveSocket;
}

/** Bytes that may wait for a slow reader before the connection is given up; the editor connects again and merges. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;

/** Passes messages of a socket on, within limits. */
export function passMessages(
  { webSocket, target }: LiveSocket,
  client: ReturnType<Hocuspocus<LiveContext>['handleConnection']>,
  settings: LiveSettings,
): void {
  const address = messageAddress(documentName(target));
  const rate = eventRate(settings.messagesPerTenSeconds, 10_000);
  webSocket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) webSocket.close(1003, 'binary messages only');
    else if (!rate.take(performance.now()) || webSocket.bufferedAmount > MOST_WAITING_BYTES)
      closeSocket(webSocket, LIVE_CLOSE.tooMany);
    else if (!data.subarray(0, address.length).equals(address)) closeSocket(webSocket, LIVE_CLOSE.malformed);
    // Copied out of the socket's pooled memory, which is used again.
    else client.handleMessage(new Uint8Array(data));
  });
  webSocket.on('close', (code, reason) => {
    client.handleClose({ code, reason: reason.toString('utf8') });
  });
}

/** Every message starts with the name of its document, after the length of that name in seven bits per byte. */
function messageAddress(name: string): Buffer {
  const bytes = Buffer.from(name);
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest > 127; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}

/** Closes a socket with a reason that editors understand, and for good if the other side does not answer. */
export function closeSocket(webSocket: WebSocket, { code, reason }: CloseReason): void {
  webSocket.close(code, reason);
  setTimeout(() => {
    webSocket.terminate();
  }, 2000).unref();
}
