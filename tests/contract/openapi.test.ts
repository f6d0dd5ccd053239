import { describe, expect, it } from 'vitest';

import { ROUTE_PATHS, type RouteId } from '#contract/client';
import { pathParameters, PATH_PARAMETERS, type RouteDefinition, ROUTES } from '#contract/routes';
import { PERMISSIONS } from '#core/workflow';

import { buildOpenApi, type Operation } from '#server/openapi';

const document = buildOpenApi({ version: '1.2.3', url: 'https://postmortems.example.com' });
const IDS = Object.keys(ROUTE_PATHS) as RouteId[];

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Record<string, unknown>;
  readonly $ref?: string;
}

function operationOf(id: RouteId): Operation {
  const [method, path] = ROUTE_PATHS[id];
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`There is no operation for ${id}.`);
  return operation;
}

function parametersOf(id: RouteId): readonly Parameter[] {
  return operationOf(id).parameters;
}

describe('the OpenAPI document', () => {
  it('describes every route once', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(IDS.toSorted());
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toEqual([{ url: 'https://postmortems.example.com/api/v1' }]);
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu)].map((match) => match[1] ?? '');
    const missing = [...new Set(references)].filter((reference) => {
      const [, components, kind = '', name = ''] = reference.split('/');
      return components !== 'components' || document.components[kind]?.[name] === undefined;
    });
    expect(references.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('names schemas as a generator of clients can use them', () => {
    expect(Object.keys(document.components['schemas'] ?? {}).filter((name) => !/^[A-Z]\w+$/u.test(name))).toEqual([]);
  });

  it.each(IDS)('says what %s takes in its path, in its query and in its headers', (id) => {
    const route: RouteDefinition = ROUTES[id];
    const named = (place: string) => parametersOf(id).flatMap((each) => (each.in === place ? [each.name] : []));
    expect(named('path')).toEqual(pathParameters(id));
    expect(named('query')).toEqual(Object.keys(route.query?.shape ?? {}));
    const headers = parametersOf(id).flatMap(({ $ref }) => ($ref === undefined ? [] : [$ref.split('/').at(-1)]));
    expect(headers).toEqual([
      ...(route.ifMatch === 'required' ? ['IfMatch'] : []),
      ...(route.idempotent === true ? ['IdempotencyKey'] : []),
    ]);
  });

  it.each(IDS)('says what %s answers, and with which problems', (id) => {
    const route: RouteDefinition = ROUTES[id];
    const statuses = Object.keys(operationOf(id).responses);
    expect(statuses).toEqual(expect.arrayContaining([String(route.success ?? 200), '429', 'default']));
    expect(statuses.includes('401')).toBe(route.access !== 'public');
    expect(statuses.includes('428')).toBe(route.ifMatch === 'required');
    expect(statuses.includes('412')).toBe(route.ifMatch === 'required');
  });

  it('describes what is read from text as what it means', () => {
    const severity = parametersOf('listPostmortems').find(({ name }) => name === 'severity');
    expect(severity?.schema).toEqual({ type: 'array', items: { type: 'integer' } });
    const mine = parametersOf('listPostmortems').find(({ name }) => name === 'mine');
    expect(mine?.schema).toEqual({ type: 'boolean' });
  });
});

describe('the table of routes', () => {
  it('names permissions that there are', () => {
    const known = new Set(['public', 'signed-in', ...Object.keys(PERMISSIONS)]);
    expect(IDS.filter((id) => !known.has(ROUTES[id].access))).toEqual([]);
  });

  it('knows the shape of every id in a path', () => {
    const names = IDS.flatMap(pathParameters);
    expect(names.filter((name) => !(name in PATH_PARAMETERS))).toEqual([]);
  });

  it('has no two routes that answer the same request', () => {
    const shapes = IDS.map((id) => `${ROUTE_PATHS[id][0]} ${ROUTE_PATHS[id][1].replaceAll(/\{\w+\}/gu, '*')}`);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('asks for a revision wherever something that has one is changed', () => {
    const changes = IDS.filter((id) => /^(?:PUT|PATCH|DELETE)$/u.test(ROUTE_PATHS[id][0]));
    const without = changes.filter((id) => (ROUTES[id] as RouteDefinition).ifMatch === undefined);
    // Accounts and saved filters have no revisions.
    expect(without.toSorted()).toEqual([
      'deleteSavedFilter',
      'revokeInvitation',
      'revokeToken',
      'signOut',
      'updateMe',
      'updatePerson',
    ]);
  });
});
