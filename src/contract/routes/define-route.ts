import type { z } from 'zod';

import { ROUTE_PATHS, type RouteId } from '../client/route-paths.data.ts';

/** Who may call a route: anybody, anybody signed in, or whoever holds the permission of `core/workflow`. */
export type RouteAccess = 'public' | 'signed-in' | (string & {});

/** A route as data: what goes in, what comes out, who may. */
export interface RouteDefinition {
  readonly summary: string;
  readonly tag: 'Accounts' | 'Post-mortems' | 'Evidence' | 'Workspace';
  /** Permission that the caller needs at all; access to one post-mortem is checked besides. */
  readonly access: RouteAccess;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The request body is a stream of bytes, at most this many. */
  readonly bytes?: number;
  /** Answer of success; a string is a media type that is streamed. */
  readonly response?: z.ZodType | string;
  readonly success?: 200 | 201 | 204;
  /** `required`: a write of something that has a revision wants `If-Match`. */
  readonly ifMatch?: 'required';
  /** A create that takes an `Idempotency-Key`. */
  readonly idempotent?: true;
}

/** Ties a table of definitions to the names of the routes, so that none is missing. */
export function defineRoutes<const Table extends { readonly [Id in RouteId]: RouteDefinition }>(table: Table): Table {
  return table;
}

/** Names in the path of a route: `{postmortemId}`. */
export function pathParameters(id: RouteId): string[] {
  return [...ROUTE_PATHS[id][1].matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
}
