// The library of live editing with nothing around it: `node bare-live-process.ts`. Prints its port.
import { createServer } from 'node:http';

import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';

const hocuspocus = new Hocuspocus({ quiet: true });
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    const connection = hocuspocus.handleConnection(webSocket, new Request('http://localhost/'), {});
    webSocket.on('message', (data: Buffer) => connection.handleMessage(data));
    webSocket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(String(address?.port));
});
