import { ROUTE_PATHS, type RouteId } from '#contract/client';
import { type RouteDefinition, ROUTES } from '#contract/routes';

import type { Caller } from '../support/test-server.ts';

/** Something of the server that somebody may try to reach. */
export interface Place {
  readonly postmortemId: string;
  readonly rowId: string;
  readonly evidenceId: string;
  readonly imageId: string;
  readonly personId: string;
  readonly invitationId: string;
  readonly tokenId: string;
  readonly filterId: string;
}

/** An answer as somebody can tell it from another: everything but what is new with every request. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Ids of nothing. */
export const NOWHERE: Place = {
  postmortemId: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f50',
  rowId: 'abcdef012345',
  evidenceId: 'e'.repeat(64),
  imageId: 'd'.repeat(64),
  personId: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f51',
  invitationId: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f52',
  tokenId: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f53',
  filterId: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f54',
};

/** Every operation whose path names one of these, or none of them. */
export function routesWith(parameter: keyof Place | undefined): RouteId[] {
  const ids = Object.keys(ROUTE_PATHS) as RouteId[];
  return ids.filter((id) => {
    const path: string = ROUTE_PATHS[id][1];
    return parameter === undefined ? !path.includes('{') : path.includes(`{${parameter}}`);
  });
}

/** A body that each operation takes; a new one has to be told here what it takes. */
const BODIES: Partial<Record<RouteId, (place: Place) => unknown>> = {
  replacePostmortem: () => ({ record: { title: 'Taken over', timeline: [], actions: [] } }),
  updatePostmortem: () => ({ tags: ['taken-over'], private: false }),
  setStatus: () => ({ status: 'in-review' }),
  setAccess: () => ({ private: false, people: [] }),
  addEvent: () => ({ line: '12:05 taken over' }),
  updateEvent: () => ({ text: 'taken over' }),
  addAction: () => ({ text: 'taken over' }),
  updateAction: () => ({ text: 'taken over' }),
  attachEvidence: ({ evidenceId }) => ({ evidence: [{ id: evidenceId, name: 'a.log' }] }),
  uploadImage: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  updatePerson: () => ({ role: 'admin' }),
};

const QUERIES: Partial<Record<RouteId, string>> = { uploadImage: '?name=a.png' };

/** Sends the operation about that place, with everything that it asks for. */
export async function send(
  id: RouteId,
  caller: Caller,
  { place, headers = {} }: { readonly place: Place; readonly headers?: Readonly<Record<string, string>> },
): Promise<Told> {
  const [method, template] = ROUTE_PATHS[id];
  const route: RouteDefinition = ROUTES[id];
  const path = template
    .replaceAll('{revision}', '1')
    .replaceAll(/\{(\w+)\}/gu, (_all, name: string) => place[name as keyof Place]);
  const body = bodyOf(id, place);
  const response = await caller.fetch(`/api/v1${path}${QUERIES[id] ?? ''}`, {
    method,
    headers: {
      ...(body !== undefined && {
        'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json',
      }),
      ...(route.ifMatch === 'required' && { 'if-match': '"1"' }),
      ...headers,
    },
    ...(body !== undefined && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  });
  return told(response);
}

function bodyOf(id: RouteId, place: Place): unknown {
  const route: RouteDefinition = ROUTES[id];
  if (route.body === undefined && route.bytes === undefined) return undefined;
  const body = BODIES[id]?.(place);
  if (body === undefined) throw new Error(`Tell tests/security/sent.ts what "${id}" takes.`);
  return body;
}

const NEW_EVERY_TIME = new Set(['date', 'x-request-id', 'connection', 'keep-alive']);

/** What can be told from an answer. */
export async function told(response: Response): Promise<Told> {
  const headers = [...response.headers].filter(([name]) => !NEW_EVERY_TIME.has(name));
  const text = (await response.text()).replaceAll(/urn:request:[\w-]+/gu, 'urn:request:');
  return { status: response.status, headers: Object.fromEntries(headers), text };
}

/** The same with other ids, for a comparison. */
export function renamed(answer: Told, from: Place, to: Place): Told {
  const rename = (text: string): string =>
    (Object.keys(from) as (keyof Place)[]).reduce((all, name) => all.replaceAll(from[name], to[name]), text);
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, rename(value)]);
  return { ...answer, headers: Object.fromEntries(headers) as Record<string, string>, text: rename(answer.text) };
}
