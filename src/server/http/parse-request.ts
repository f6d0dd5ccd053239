import { z } from 'zod';

import type { RouteId, RouteRequest } from '#contract/client';
import { pathParameters, PATH_PARAMETERS, type PathParameter, type RouteDefinition, ROUTES } from '#contract/routes';
import { refuse } from '#core/errors';

import { readChunks, readJson, refuseNul } from './read-body.ts';
import type { ServerContext } from './server-env.ts';

/** Uploads may pause, but not for long. */
const UPLOAD_IDLE_SECONDS = 30;

/** Reads a request as its route describes it. Refuses what does not fit, with the path of every value that does not. */
export type RequestParser<Id extends RouteId> = (context: ServerContext) => Promise<RouteRequest<Id>>;

/** Makes the parser of a route; everything that can be known before is worked out here. */
export function requestParser<Id extends RouteId>(id: Id): RequestParser<Id> {
  const route: RouteDefinition = ROUTES[id];
  const names = pathParameters(id) as PathParameter[];
  const readQuery = queryReader(route.query);
  const read = async (context: ServerContext): Promise<unknown> => ({
    path: parsePath(context, names),
    query: readQuery(context),
    body: await parseBody(context, route),
    ifMatch: route.ifMatch === 'required' ? parseIfMatch(context.req.header('if-match')) : undefined,
  });
  // The table ties each name to its types; the compiler cannot follow that through an index.
  return read as RequestParser<Id>;
}

/** What has the wrong shape for an id is the id of nothing. */
function parsePath(context: ServerContext, names: readonly PathParameter[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const parsed = PATH_PARAMETERS[name].safeParse(context.req.param(name));
    if (!parsed.success) refuse('route-missing', { method: context.req.method, path: context.req.path });
    values[name] = parsed.data ?? '';
  }
  return values;
}

function queryReader(schema: z.ZodObject | undefined): (context: ServerContext) => unknown {
  const known = new Map(Object.entries(schema?.shape ?? {}).map(([name, value]) => [name, isList(value)]));
  return (context) => {
    const given = context.req.queries();
    refuseNul(given);
    const values: Record<string, string | string[] | undefined> = {};
    for (const [name, texts] of Object.entries(given)) {
      const list = known.get(name);
      if (list === undefined) return refuseUnknown(name, known);
      if (!list && texts.length > 1) refuseRepeated(name);
      values[name] = list ? texts : texts[0];
    }
    return schema === undefined ? undefined : checked(schema, values, 'query');
  };
}

function isList(schema: unknown): boolean {
  return schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
}

/** A filter that was ignored would answer another question than the one that was asked. */
function refuseUnknown(name: string, known: ReadonlyMap<string, boolean>): never {
  const names = [...known.keys()].map((each) => `"${each}"`).join(', ');
  const message = known.size === 0 ? 'this request takes no parameters' : `the parameters are ${names}`;
  return refuseValues([{ path: `query.${name}`, message: `There is no such parameter; ${message}` }]);
}

function refuseRepeated(name: string): never {
  return refuseValues([{ path: `query.${name}`, message: 'Given more than once' }]);
}

async function parseBody(context: ServerContext, route: RouteDefinition): Promise<unknown> {
  if (route.bytes !== undefined) {
    return readChunks(context.req.raw, { bytes: route.bytes, idleSeconds: UPLOAD_IDLE_SECONDS });
  }
  if (route.body === undefined) return undefined;
  return checked(route.body, await readJson(context.req.raw), 'body');
}

function checked(schema: z.ZodType, value: unknown, where: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  return refuseValues(
    parsed.error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message })),
  );
}

/** A body can be wrong in thousands of places; the first ones are enough to go on. */
const MOST_ERRORS = 50;

function refuseValues(errors: readonly { readonly path: string; readonly message: string }[]): never {
  const [first] = errors;
  return refuse('request-invalid', {
    first: `${first?.path ?? ''}: ${(first?.message ?? '').replace(/\.$/u, '')}`,
    errors: errors.slice(0, MOST_ERRORS),
  });
}

/** The revision of `If-Match: "7"`; undefined for `*`, which matches any. Proxies that compress write `W/"7"`. */
function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined) return refuse('if-match-missing', {});
  if (header.trim() === '*') return undefined;
  const [, revision] = /^(?:W\/)?"([1-9]\d{0,8})"$/u.exec(header.trim()) ?? [];
  if (revision !== undefined) return Number(revision);
  return refuse('request-malformed', { reason: `If-Match ${header} is no ETag of a revision, as "7"` });
}
