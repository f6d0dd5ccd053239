/** What one has to know about the example evidence: one service writes local times, one clock is ahead. */
export const DEMO = {
  title: 'Checkout outage after a connection pool change',
  dialect: 'standard',
  severity: 'SEV-2',
  services: ['checkout-api'],
  tags: ['example'],
  settings: { zone: 'Europe/Berlin', skew: { cart: 42 } },
} as const satisfies Record<string, unknown>;
