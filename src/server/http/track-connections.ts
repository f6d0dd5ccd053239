import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** The connections of a server. */
export interface Connections {
  /** Ends those that have no request, now, and every other one with its last request. */
  endIdle(): void;
  /** Ends all of them, whatever they are doing. */
  endAll(): void;
}

/**
 * Knows which connections have a request. Node's own list takes those for busy that have never sent one, and browsers open
 * such in advance.
 */
export function trackConnections(server: Server): Connections {
  const all = new Set<Duplex>();
  const busy = new Set<Duplex>();
  let isEnding = false;
  server.on('connection', (socket) => {
    all.add(socket);
    socket.once('close', () => {
      all.delete(socket);
      busy.delete(socket);
    });
  });
  server.on('request', ({ socket }, response) => {
    busy.add(socket);
    response.once('close', () => {
      busy.delete(socket);
      if (isEnding) socket.destroySoon();
    });
  });
  // Whoever took the connection over ends it.
  server.prependListener('upgrade', (_request, socket) => busy.add(socket));
  return {
    endIdle: () => {
      isEnding = true;
      for (const socket of all) if (!busy.has(socket)) socket.destroy();
    },
    endAll: () => {
      for (const socket of all) socket.destroy();
    },
  };
}
