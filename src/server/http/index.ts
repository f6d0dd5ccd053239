export {
  type Admit,
  admitRequests,
  type Authentication,
  type Authenticator,
  DEFAULT_RATE_LIMITS,
  type RateLimits,
} from './admit-request.ts';
export { type AppParts, createApp, type HttpSettings, type ObservedRequest } from './create-app.ts';
export { limitStrangers } from './limit-strangers.ts';
export { createIdempotency } from './idempotency.ts';
export { API_PREFIX } from './mount-routes.ts';
export { listen, type Listening } from './listen.ts';
export { createRateLimiter, type RateLimit } from './rate-limit.ts';
export type { ServerContext, ServerEnv } from './server-env.ts';
export { requestParser } from './parse-request.ts';
export { statusOf } from './problem-response.ts';
export { plainPagePolicy } from './security-headers.ts';
