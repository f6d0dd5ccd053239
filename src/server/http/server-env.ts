import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { RouteId } from '#contract/client';

/** What a request carries through the server. The bindings are absent where a test calls without a socket. */
export interface ServerEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Address of the client, behind as many proxies as are trusted. */
    address: string;
    /** Id of the operation, for the log and the metrics. */
    route?: RouteId;
    /** Id of the person, for the log. */
    userId?: string | null;
  };
}

/** A request in the server, and the means to answer it. */
export type ServerContext = Context<ServerEnv>;
