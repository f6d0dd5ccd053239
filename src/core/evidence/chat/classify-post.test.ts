import { describe, expect, it } from 'vitest';
import { classifyPost } from './classify-post.ts';

describe('classifyPost', () => {
  it.each([
    ['/incident declare SEV1 checkout down', 'declared'],
    ['/inc new checkout down', 'declared'],
    ['/incident', 'declared'],
    ['/pd trigger checkout', 'alert'],
    ['/incident update we found it', 'status-update'],
    ['/rootly resolve', 'resolved'],
    ['/rollback checkout', 'deploy'],
    ['/giphy fire', 'message'],
    ['I declared an incident, it is not resolved yet', 'message'],
    ['[FIRING:1] CheckoutErrors', 'message'],
  ])('takes "%s" of a person as %s', (words, kind) => {
    expect(classifyPost(words, false)).toBe(kind);
  });

  it.each([
    ['[FIRING:2] CheckoutErrors (checkout critical)', 'alert'],
    ['[RESOLVED] CheckoutErrors', 'alert-resolved'],
    ['[Alerting] Checkout p99', 'alert'],
    ['[Recovered] Checkout p99 on prod', 'alert-resolved'],
    ['Triggered #42: Checkout errors above 5 %', 'alert'],
    ['CheckoutErrors has resolved', 'alert-resolved'],
    ['The incident has been resolved', 'resolved'],
    ['Acknowledged #42 by Ana Silva', 'acknowledged'],
    ['Unacknowledged #42', 'message'],
    ['Resolved #42: Checkout errors above 5 %', 'resolved'],
    ['Incident INC-42 was resolved by Ana', 'resolved'],
    ['Ana declared an incident: checkout down', 'declared'],
    ['A new incident has been declared: INC-42', 'declared'],
    ['Status changed from Investigating to Monitoring', 'status-update'],
    ['Paged Ben Ito (on-call checkout)', 'paged'],
    ['Escalated to level 2', 'escalated'],
    ['Deployment of checkout v1.42.0 to production succeeded', 'deploy'],
    ['checkout rolled back to version 1.41.3', 'deploy'],
    ['Application checkout-api sync succeeded at revision 95e001d', 'deploy'],
    ['Application checkout-api is OutOfSync, automated sync is disabled', 'message'],
    ['Feature flag new-pool was turned off by Ben', 'feature-flag'],
    ['Good morning, here is your stand-up', 'message'],
    ['Reminder: alert review, resolve your tickets', 'note'],
  ])('takes "%s" of a bot as %s', (words, kind) => {
    expect(classifyPost(words, true)).toBe(kind);
  });
});
