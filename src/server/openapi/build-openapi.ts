import { z } from 'zod';

import { ROUTE_PATHS, type RouteId } from '#contract/client';
import { pathParameters, PATH_PARAMETERS, type PathParameter, type RouteDefinition, ROUTES } from '#contract/routes';

import {
  componentSchemas,
  inlineSchema,
  type JsonSchema,
  nameSchemas,
  pascal,
  type SchemaNames,
} from './named-schemas.ts';
import { OPENAPI_INTRODUCTION, OPENAPI_PARAMETERS, OPENAPI_SECURITY, OPENAPI_TAGS } from './openapi-words.data.ts';
import { problemResponses } from './problem-responses.ts';

/** An OpenAPI document, as far as it is read here again. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
}

/** One operation of the document. */
export interface Operation {
  readonly operationId: RouteId;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly JsonSchema[];
  readonly parameters: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

const IDS = Object.keys(ROUTE_PATHS) as RouteId[];

/** The OpenAPI 3.1 document of the whole table of routes. */
export function buildOpenApi(server: { readonly version: string; readonly url: string }): OpenApi {
  const names = nameSchemas(IDS.flatMap(ownSchemas));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nevertwice',
      version: server.version,
      description: OPENAPI_INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${server.url}/api/v1` }],
    tags: OPENAPI_TAGS,
    paths: paths(names),
    components: {
      schemas: componentSchemas(names),
      parameters: OPENAPI_PARAMETERS,
      securitySchemes: OPENAPI_SECURITY,
    },
  };
}

function paths(names: SchemaNames): OpenApi['paths'] {
  const all: Record<string, Record<string, Operation>> = {};
  for (const id of IDS) {
    const [method, path] = ROUTE_PATHS[id];
    (all[path] ??= {})[method.toLowerCase()] = operation(id, names);
  }
  return all;
}

/** Schemas that only this route has. */
function ownSchemas(id: RouteId): [name: string, schema: z.ZodType][] {
  const { body, response }: RouteDefinition = ROUTES[id];
  return [
    ...(body === undefined ? [] : [[`${pascal(id)}Request`, body] as [string, z.ZodType]]),
    ...(response instanceof z.ZodType ? [[`${pascal(id)}Answer`, response] as [string, z.ZodType]] : []),
  ];
}

function operation(id: RouteId, names: SchemaNames): Operation {
  const route: RouteDefinition = ROUTES[id];
  const isPublic = route.access === 'public';
  const body = requestBody(route, names);
  return {
    operationId: id,
    summary: route.summary,
    description: accessText(route.access),
    tags: [route.tag],
    security: isPublic ? [{}] : [{ token: [] }, { session: [] }],
    parameters: parameters(id, route),
    ...(body !== undefined && { requestBody: body }),
    responses: { [String(route.success ?? 200)]: success(route, names), ...problemResponses(route) },
  };
}

function accessText(access: string): string {
  if (access === 'public') return 'Anybody may call this.';
  if (access === 'signed-in') return 'For whoever is signed in.';
  return `Needs the permission \`${access}\`.`;
}

function parameters(id: RouteId, route: RouteDefinition): JsonSchema[] {
  const inPath = (pathParameters(id) as PathParameter[]).map((name) => {
    const { description, ...schema } = inlineSchema(PATH_PARAMETERS[name]);
    return { name, in: 'path', required: true, description, schema };
  });
  const inQuery = Object.entries(route.query?.shape ?? {}).map(([name, value]) => {
    const { description, ...schema } = inlineSchema(value as z.ZodType);
    const required = !(value instanceof z.ZodOptional);
    return { name, in: 'query', required, ...(description !== undefined && { description }), schema };
  });
  const headers = [
    ...(route.ifMatch === undefined ? [] : ['IfMatch']),
    ...(route.idempotent === undefined ? [] : ['IdempotencyKey']),
  ].map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...inPath, ...inQuery, ...headers];
}

function requestBody(route: RouteDefinition, names: SchemaNames): JsonSchema | undefined {
  if (route.bytes !== undefined) {
    const description = `At most ${route.bytes / (1024 * 1024)} MB, as they are`;
    return { required: true, description, content: { 'application/octet-stream': {} } };
  }
  if (route.body === undefined) return undefined;
  return { required: true, content: { 'application/json': { schema: referTo(route.body, names) } } };
}

function success(route: RouteDefinition, names: SchemaNames): JsonSchema {
  const { response } = route;
  if (response === undefined) return { description: 'Done' };
  const content =
    typeof response === 'string' ? { [response]: {} } : { 'application/json': { schema: referTo(response, names) } };
  const hasRevision = response instanceof z.ZodObject && 'revision' in response.shape;
  const etag = { ETag: { description: 'The revision, in quotes', schema: { type: 'string' } } };
  return {
    description: route.success === 201 ? 'Created' : 'The answer',
    ...(hasRevision && { headers: etag }),
    content,
  };
}

function referTo(schema: z.ZodType, names: SchemaNames): JsonSchema {
  return { $ref: `#/components/schemas/${names.get(schema) ?? ''}` };
}
