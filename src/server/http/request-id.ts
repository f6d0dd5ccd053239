import { randomUUID } from 'node:crypto';

/** Id of a request: the one that a trusted proxy gave it, so that both logs can be joined, or a new one. */
export function requestIdOf(header: string | undefined, trustedProxies: number): string {
  if (trustedProxies > 0 && header !== undefined && /^[\w-]{8,64}$/u.test(header)) return header;
  return randomUUID();
}
