import type { z } from 'zod';

import type { ROUTES } from '../routes/routes.data.ts';
import type { ROUTE_PATHS, RouteId } from './route-paths.data.ts';

type Table = typeof ROUTES;

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Parameters<Id extends RouteId> = [Names<(typeof ROUTE_PATHS)[Id][1]>] extends [never]
  ? { readonly path?: undefined }
  : { readonly path: { readonly [Name in Names<(typeof ROUTE_PATHS)[Id][1]>]: string } };

type Queried<Id extends RouteId> = Table[Id] extends { readonly query: infer Query extends z.ZodType }
  ? { readonly query?: Loose<z.output<Query>> }
  : { readonly query?: undefined };

/** Values as they are written into a query string; absent ones may be undefined. */
type Loose<Values> = { readonly [Key in keyof Values]?: Values[Key] | undefined };

type Bodied<Id extends RouteId> = Table[Id] extends { readonly body: infer Body extends z.ZodType }
  ? { readonly body: z.input<Body> }
  : Table[Id] extends { readonly bytes: number }
    ? { readonly body: Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream }
    : { readonly body?: undefined };

type Matched<Id extends RouteId> = Table[Id] extends { readonly ifMatch: 'required' }
  ? { readonly ifMatch: number | string }
  : { readonly ifMatch?: undefined };

/** Everything a call of the route takes: `path`, `query`, `body`, `ifMatch`, an idempotency key, a signal to stop it. */
export type RouteInput<Id extends RouteId> = Parameters<Id> &
  Queried<Id> &
  Bodied<Id> &
  Matched<Id> & { readonly idempotencyKey?: string; readonly signal?: AbortSignal };

/** What the route answers with; for streamed answers the response itself. */
export type RouteOutput<Id extends RouteId> = Table[Id] extends { readonly response: infer Answer }
  ? Answer extends z.ZodType
    ? z.output<Answer>
    : Response
  : undefined;

/** A request as the server hands it on: checked, with defaults, `body` of an upload as a stream of chunks. */
export interface RouteRequest<Id extends RouteId> {
  readonly path: { readonly [Name in Names<(typeof ROUTE_PATHS)[Id][1]>]: string };
  readonly query: Table[Id] extends { readonly query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
  readonly body: Table[Id] extends { readonly body: infer Body extends z.ZodType }
    ? z.output<Body>
    : Table[Id] extends { readonly bytes: number }
      ? AsyncIterable<Uint8Array>
      : undefined;
  /** The revision of `If-Match`; absent where the route wants none, or `*` was sent. */
  readonly ifMatch: number | undefined;
}

/** A streamed answer, before it becomes a response. */
export interface StreamedAnswer {
  readonly contentType: string;
  /** Name to save it under; absent where the browser shows it. */
  readonly fileName?: string;
  /** Identity of these very bytes, where asking again is cheap to answer: the SHA-256 of an image. */
  readonly etag?: string;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** What the server gets from the use case behind a route. */
export type RouteAnswer<Id extends RouteId> = Table[Id] extends { readonly response: infer Answer }
  ? Answer extends z.ZodType
    ? z.output<Answer>
    : StreamedAnswer
  : undefined;
