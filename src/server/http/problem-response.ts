import type { Problem } from '#contract/client';
import { Refusal, refusal } from '#core/errors';

import { STATUS_OF_CODE, STATUS_OF_KIND } from './status-of-refusal.data.ts';

/** What of the parameters of a refusal a problem tells besides its sentence. */
interface ToldParams {
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly current?: unknown;
  readonly allowed?: string;
  readonly retryAfterSeconds?: number;
}

/** The HTTP status of a refusal. */
export function statusOf(refused: Refusal): number {
  return STATUS_OF_CODE[refused.code] ?? STATUS_OF_KIND[refused.kind];
}

/** A refusal as RFC 9457 writes it; `instance` is the id of the request, under which the log tells more. */
function toProblem(refused: Refusal, requestId: string): Problem {
  const { code, help, message } = refused;
  const { current, errors } = refused.params as ToldParams;
  return {
    type: `/reference/errors#${code}`,
    title: titleOf(code),
    status: statusOf(refused),
    detail: message,
    instance: `urn:request:${requestId}`,
    code,
    help,
    ...(errors && { errors: [...errors] }),
    ...(current !== undefined && { current }),
  };
}

/** `if-match-missing` as `If match missing`. */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The answer to a request that was refused. */
export function problemResponse(refused: Refusal, requestId: string): Response {
  const { allowed, retryAfterSeconds } = refused.params as ToldParams;
  const status = statusOf(refused);
  return new Response(JSON.stringify(toProblem(refused, requestId)), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(allowed !== undefined && { allow: allowed }),
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="nevertwice"' }),
    },
  });
}

/** What anything thrown is to the outside: a refusal as it is, everything else as a fault of the server. */
export function asRefusal(error: unknown, requestId: string): Refusal {
  return error instanceof Refusal ? error : refusal('unexpected-error', { id: requestId });
}
