import type { RouteDefinition } from '#contract/routes';

import type { JsonSchema } from './named-schemas.ts';

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const RETRY = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } };

/** What else than success a route answers with. */
export function problemResponses(route: RouteDefinition): Record<string, JsonSchema> {
  const takesInput = route.body !== undefined || route.query !== undefined;
  const isWrite = route.body !== undefined || route.bytes !== undefined;
  const told: [status: number, isTold: boolean, description: string][] = [
    [400, isWrite || route.ifMatch !== undefined, 'The request cannot be read'],
    [401, route.access !== 'public', 'Nobody is signed in'],
    [403, true, 'Not allowed'],
    [404, true, 'There is no such thing, or none that one may see'],
    [409, route.idempotent === true || route.ifMatch !== undefined, 'Something is in the way'],
    [412, route.ifMatch !== undefined, 'The revision of `If-Match` is not the current one; `current` tells it'],
    [413, isWrite, 'The body is too large'],
    [415, route.body !== undefined, 'The body is not JSON'],
    [422, takesInput, 'A value does not fit; `errors` lists each'],
    [428, route.ifMatch !== undefined, '`If-Match` is missing'],
  ];
  const problems = told
    .filter(([, isTold]) => isTold)
    .map(([status, , description]) => [status, { description, content: PROBLEM }]);
  const limited = { description: 'Too many requests', headers: RETRY, content: PROBLEM };
  const rest = { description: 'Any other problem', content: PROBLEM };
  return Object.fromEntries([...problems, [429, limited], ['default', rest]]) as Record<string, JsonSchema>;
}
