import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A secret nobody can guess: 256 random bits as 43 characters that fit into a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. One round is enough for 256 random bits; passwords take another way. */
export function hashSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/**
 * What is stored of a session. The name of its cookie is part of it, so that what was handed out under the protected
 * `__Host-` name means nothing under the plain one, which a neighbouring host could set.
 */
export function hashSession(cookieName: string, secret: string): Uint8Array {
  return hashSecret(`${cookieName}=${secret}`);
}

/** What a page of the session sends back with its writes; follows from the secret, which no page can read. */
export function csrfTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('csrf').digest('base64url');
}
