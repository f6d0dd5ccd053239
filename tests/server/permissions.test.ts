import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Problem, ROUTE_PATHS, type RouteId } from '#contract/client';
import { type RouteDefinition, ROUTES } from '#contract/routes';
import { type Permission, PERMISSIONS, type Role, ROLES, type Scope, SCOPES } from '#core/workflow';

import { type Caller, type TestServer, testServer } from '../support/test-server.ts';

const IDS = Object.keys(ROUTE_PATHS) as RouteId[];
const UUID = '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f50';

let server: TestServer;
const people = new Map<Role, Caller>();
const programs = new Map<string, Caller>();

beforeAll(async () => {
  server = await testServer();
  for (const role of ROLES) people.set(role, await server.join(role));
  for (const scope of Object.keys(SCOPES) as Scope[]) {
    programs.set(scope, await server.program(server.admin, [scope]));
  }
});

afterAll(() => server.stop());

/** What permission lets somebody in is decided before the request is looked at, so it needs no content. */
async function call(id: RouteId, caller: Caller): Promise<{ status: number; code: string | undefined }> {
  const [method, template] = ROUTE_PATHS[id];
  const path = template
    .replaceAll(/\{(?:evidenceId|imageId)\}/gu, '0'.repeat(64))
    .replaceAll('{revision}', '1')
    .replaceAll(/\{\w+\}/gu, UUID);
  const stop = new AbortController();
  const response = await caller.fetch(`/api/v1${path}`, { method, signal: stop.signal });
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  const code = isProblem ? ((await response.json()) as Problem).code : undefined;
  stop.abort();
  return { status: response.status, code };
}

function permissionOf(id: RouteId): Permission | undefined {
  const { access }: RouteDefinition = ROUTES[id];
  return access in PERMISSIONS ? (access as Permission) : undefined;
}

const guarded = IDS.flatMap((id) => {
  const permission = permissionOf(id);
  return permission === undefined ? [] : [{ id, permission }];
});
const closed = IDS.filter((id) => (ROUTES[id] as RouteDefinition).access !== 'public');
const own = closed.filter((id) => permissionOf(id) === undefined);

describe('every route', () => {
  it.each(closed)('%s is closed to strangers', async (id) => {
    expect(await call(id, server.stranger)).toEqual({ status: 401, code: 'sign-in-required' });
  });

  it.each(closed)('%s is closed to a token that is none', async (id) => {
    const forged = { ...server.stranger, fetch: withToken('nvt_forged') };
    expect(await call(id, forged)).toEqual({ status: 401, code: 'sign-in-required' });
  });

  it.each(guarded)('$id asks for $permission', async ({ id, permission }) => {
    const least = ROLES.indexOf(PERMISSIONS[permission]);
    for (const [index, role] of ROLES.entries()) {
      const { code } = await call(id, personOf(role));
      expect([role, code === 'permission-missing']).toEqual([role, index < least]);
    }
  });

  it.each(guarded)('$id asks for a token that covers $permission', async ({ id, permission }) => {
    for (const scope of Object.keys(SCOPES) as Scope[]) {
      const covers = (SCOPES[scope] as readonly Permission[]).includes(permission);
      const writes = ROUTE_PATHS[id][0] !== 'GET';
      const { code } = await call(id, programOf(scope));
      expect([scope, code === 'scope-missing']).toEqual([scope, !covers || (writes && scope === 'read')]);
    }
  });

  it.each(own.filter((id) => ROUTE_PATHS[id][0] !== 'GET' && id !== 'revokeToken'))(
    '%s changes an account, which no token may',
    async (id) => {
      for (const scope of Object.keys(SCOPES)) {
        const { code } = await call(id, programOf(scope));
        expect([scope, code]).toEqual([scope, expect.stringMatching(/^(?:scope-missing|session-required)$/u)]);
      }
    },
  );

  it.each(closed.filter((id) => ROUTE_PATHS[id][0] !== 'GET'))(
    '%s takes no write of a session without its CSRF token',
    async (id) => {
      const { cookie = '' } = server.admin.headers;
      const tricked = { ...server.stranger, fetch: withHeaders({ cookie }) };
      expect(await call(id, tricked)).toEqual({ status: 403, code: 'csrf-refused' });
    },
  );
});

function personOf(role: Role): Caller {
  return people.get(role) ?? server.stranger;
}

function programOf(scope: string): Caller {
  return programs.get(scope) ?? server.stranger;
}

function withToken(token: string): Caller['fetch'] {
  return withHeaders({ authorization: `Bearer ${token}` });
}

function withHeaders(headers: Record<string, string>): Caller['fetch'] {
  return (path, init = {}) => server.stranger.fetch(path, { ...init, headers });
}
