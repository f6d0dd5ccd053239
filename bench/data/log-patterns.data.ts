import type { LogLevel } from '#core/evidence';

/** Ten services with twenty messages each: the 200 patterns of the generated logs. */
export const SERVICES = [
  'checkout-api',
  'cart',
  'payments',
  'inventory',
  'search',
  'gateway',
  'orders',
  'notify',
  'pricing',
  'sessions',
] as const;

/** A message with its values left open (`<*>`), and how often it comes. */
export interface LogPattern {
  readonly level: LogLevel;
  readonly template: string;
  readonly weight: number;
}

export const LOG_PATTERNS: readonly LogPattern[] = [
  { level: 'info', weight: 30, template: 'POST /api/checkout 200 in <*> ms order <*>' },
  { level: 'info', weight: 20, template: 'GET /healthz 200 in <*> ms' },
  { level: 'info', weight: 15, template: 'request <*> completed' },
  { level: 'info', weight: 10, template: 'cart <*> saved with <*> lines' },
  { level: 'info', weight: 8, template: 'cache refreshed in <*> ms' },
  { level: 'debug', weight: 8, template: 'pool stats total=<*> idle=<*> waiting=<*>' },
  { level: 'info', weight: 6, template: 'session <*> opened' },
  { level: 'info', weight: 6, template: 'payment <*> authorised' },
  { level: 'info', weight: 5, template: 'consumer lag <*> messages on partition <*>' },
  { level: 'warning', weight: 4, template: 'slow query took <*> ms' },
  { level: 'error', weight: 4, template: 'HikariPool-1 - Connection is not available, request timed out after <*>ms' },
  { level: 'error', weight: 3, template: 'POST /api/checkout 503 order <*>' },
  { level: 'warning', weight: 3, template: 'retry <*> of 3 for request <*>' },
  { level: 'error', weight: 2, template: 'upstream closed the connection after <*> ms' },
  { level: 'warning', weight: 2, template: 'queue depth <*> above the soft limit' },
  { level: 'info', weight: 2, template: 'token <*> refreshed' },
  { level: 'info', weight: 1, template: 'leader election round <*> won' },
  { level: 'warning', weight: 1, template: 'certificate expires in <*> days' },
  { level: 'error', weight: 1, template: 'could not publish event <*>, kept for later' },
  { level: 'fatal', weight: 1, template: 'out of memory after <*> MB, pod <*> restarts' },
];

export const PEOPLE = [
  'Ana Ferreira',
  'Tom Weber',
  'Meilin Zhou',
  'Raj Iyer',
  'Olu Adeyemi',
  'Sara Lindqvist',
] as const;

export const REMARKS = [
  'I see timeouts in the checkout dashboard',
  'customers write that they cannot pay',
  'looking at the connection pool now',
  'the last rollout changed the pool size, could that be it?',
  'rolling back, two minutes',
  'error rate goes down again',
  'can somebody look at the payment provider as well?',
  'status page is updated',
] as const;

export const COMMITS = [
  'fix: wait for the pool before taking traffic',
  'feat: show delivery slots in the cart',
  'chore: raise client library to the next minor version',
  'config: lower maximum pool size of checkout-api to 10',
  'refactor: move price rounding to its own module',
  'revert: lower maximum pool size of checkout-api to 10',
] as const;

export const ALERTS = ['HighErrorRate', 'LatencyP99', 'PoolExhausted', 'PodCrashLooping', 'QueueDepth'] as const;
