import pg from 'pg';

import { liveServer } from './live-server.ts';
import { liveStore } from './live-store.ts';

// A server with live editing in a process of its own, to be killed. Arguments: address of the database, port.
const [, , databaseUrl = '', port = '0'] = process.argv;
const { ports } = liveStore(new pg.Pool({ connectionString: databaseUrl }));
const server = await liveServer(ports, { port: Number(port) });
process.stdout.write(`${server.port}\n`);
