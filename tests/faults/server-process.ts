// The whole server in a process of its own, to be killed: `node server-process.ts DIRECTORY PORT`. Says one line of JSON.
import { startServer } from '#server';

const [directory = '', port = '0'] = process.argv.slice(2);
const MANY = { perSecond: 1e6, burst: 1e6 };

const server = await startServer({
  version: '0.0.0-test',
  dataDirectory: directory,
  port: Number(port),
  logLevel: 'error',
  writeLog: (line) => process.stderr.write(`${line.trimEnd()}\n`),
  rateLimits: { signedIn: MANY, anonymous: MANY },
});
process.once('SIGTERM', () => {
  server.stop().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
});
process.stdout.write(`${JSON.stringify({ url: server.localUrl, link: server.firstRunLink })}\n`);
