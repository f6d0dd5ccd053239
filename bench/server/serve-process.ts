// The built server without limits on how often one may call: `node serve-process.ts DIRECTORY`. Prints its address.
import { startServer } from '#server';

const MANY = { perSecond: 1e6, burst: 1e6 };

const server = await startServer({
  version: 'bench',
  dataDirectory: process.argv[2] ?? '',
  port: 0,
  logLevel: 'error',
  rateLimits: { signedIn: MANY, anonymous: MANY },
});
process.once('SIGTERM', () => {
  server.stop().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
});
console.log(server.firstRunLink ?? server.localUrl);
