export { type IdempotencyKeys, idempotencyKeys, type KeyOwner, type KeyState } from './idempotency-keys.ts';
