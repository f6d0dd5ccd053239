import { ProblemError, readProblem } from './problem-error.ts';
import { ROUTE_PATHS, type RouteId } from './route-paths.data.ts';
import type { RouteInput, RouteOutput } from './route-types.ts';

/** How a client reaches its server. */
export interface ClientOptions {
  /** Origin of the server, `https://postmortems.example.com`; empty for the page's own. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Headers of every request: an `Authorization` with a token, or the `X-CSRF-Token` of a session. */
  readonly headers?: () => Record<string, string>;
}

/** Calls the API by the names of its operations. Throws {@link ProblemError} for everything but success. */
export type Client = <Id extends RouteId>(id: Id, input?: RouteInput<Id>) => Promise<RouteOutput<Id>>;

type QueryValue = string | number | boolean | null | undefined;

/** Values of a query string by name; a list repeats its name. */
export type QueryValues = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

interface AnyInput {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: QueryValues;
  readonly body?: unknown;
  readonly ifMatch?: number | string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Makes a client. */
export function createClient(options: ClientOptions): Client {
  const call = async (id: RouteId, input: AnyInput = {}): Promise<unknown> => {
    const [method, path] = ROUTE_PATHS[id];
    const response = await send(options, { method, url: routeUrl(options.baseUrl, path, input), input });
    if (!response.ok) throw new ProblemError(await readProblem(response));
    const type = response.headers.get('content-type') ?? '';
    if (response.status === 204) return undefined;
    return type.startsWith('application/json') && id !== 'exportPostmortem' ? response.json() : response;
  };
  // The table ties each name to its types; the compiler cannot follow that through an index.
  return call as Client;
}

function routeUrl(baseUrl: string, path: string, input: AnyInput): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(input.path?.[name] ?? ''));
  const query = queryString(input.query ?? {});
  return `${baseUrl}/api/v1${filled}${query === '' ? '' : `?${query}`}`;
}

/** Writes filters as the API reads them: a list repeats its name, absent values are left out. */
export function queryString(values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? (value as QueryValue[]) : [value as QueryValue]) {
      if (each !== undefined && each !== null && each !== '') query.append(name, String(each));
    }
  }
  return query.toString();
}

async function send(
  options: ClientOptions,
  request: { readonly method: string; readonly url: string; readonly input: AnyInput },
): Promise<Response> {
  const { input, method, url } = request;
  const raw = isBytes(input.body);
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
  if (input.body !== undefined) headers['content-type'] = raw ? 'application/octet-stream' : 'application/json';
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`;
  if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
  const body =
    input.body === undefined
      ? {}
      : { body: raw ? (input.body as NonNullable<RequestInit['body']>) : JSON.stringify(input.body) };
  const signal = input.signal === undefined ? {} : { signal: input.signal };
  return options.fetch(url, { method, headers, credentials: 'same-origin', ...body, ...signal });
}

function isBytes(body: unknown): boolean {
  return (
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    (typeof Blob !== 'undefined' && body instanceof Blob) ||
    (typeof ReadableStream !== 'undefined' && body instanceof ReadableStream)
  );
}
