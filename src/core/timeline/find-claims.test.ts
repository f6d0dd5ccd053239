import { describe, expect, it } from 'vitest';

import type { ClaimKind } from './claim-wordings.data.ts';
import { findClaims } from './find-claims.ts';

/** Kinds that a text claims strongly enough to propose. */
const claims = (text: string): ClaimKind[] =>
  findClaims(text).flatMap((claim) => (claim.strength >= 0.5 ? claim.kind : []));

describe('findClaims', () => {
  it.each<[ClaimKind, string]>([
    ['declared', 'Declaring SEV1, please join #inc-42'],
    ['declared', 'Incident declared, rollback attempted'],
    ['acknowledged', 'Acknowledged by Ana Silva'],
    ['acknowledged', "I'm on it"],
    ['investigating', 'We are currently investigating this issue.'],
    ['reported', 'Customers are reporting 502s on checkout'],
    ['reported', 'First report of slow response times in Discord'],
    ['root-cause-identified', 'Found it: the pool size went from 50 to 5 in #4312'],
    ['root-cause-identified', 'The issue has been identified and a fix is being implemented.'],
    ['root-cause-identified', 'Root cause detected. The root filesystem is full on our primary database server.'],
    ['root-cause-identified', "it's the connection pool change"],
    ['mitigated', 'rolled back checkout-api to v1.41'],
    ['mitigated', 'Katharine manually rolls back prow.'],
    ['mitigated', 'Reverts deployed, issue mitigated'],
    ['mitigated', 'A fix has been implemented and we are monitoring the results.'],
    ['mitigated', 'Rate limiting disabled'],
    ['restored', 'error rate is back to normal'],
    ['restored', 'Service fully restored'],
    ['restored', 'Prow is confirmed to be functional. Outage ends.'],
    ['restored', 'No longer seeing errors on the payment path'],
    ['resolved', 'This incident has been resolved.'],
    ['resolved', 'All clear, thanks everybody'],
    ['closed', 'Incident closed, post-mortem phase begins'],
    ['reopened', "it's back, 500s on checkout"],
    ['reopened', 'seeing errors again since 13:40'],
    ['impact-started', 'Outage begins.'],
  ])('reads %s in “%s”', (kind, text) => {
    expect(claims(text)).toContain(kind);
  });

  it.each<[ClaimKind, string]>([
    ['resolved', 'this is not resolved yet'],
    ['resolved', 'Is the incident resolved?'],
    ['resolved', 'once this is resolved we write it up'],
    ['mitigated', 'should we roll back?'],
    ['mitigated', 'if we reverted the change now, would it help'],
    ['mitigated', "let's get the fix deployed"],
    ['mitigated', "the rollback hasn't been deployed"],
    ['mitigated', 'we rolled back last week for the same reason'],
    ['mitigated', 'Rollback fails due to ArgoCD configuration issues'],
    ['root-cause-identified', 'root cause is unknown'],
    ['root-cause-identified', 'do we know the root cause?'],
    ['root-cause-identified', "we don't know the root cause"],
    ['restored', 'error rate is not back to normal'],
    ['restored', 'waiting for traffic to be back to normal'],
    ['declared', 'should we declare an incident?'],
    ['closed', 'do not close this incident'],
    ['reopened', "I'll be back in ten minutes"],
    ['reopened', 'error rate is back to normal'],
    ['acknowledged', 'nobody acked the page'],
  ])('does not read %s in “%s”', (kind, text) => {
    expect(claims(text)).not.toContain(kind);
  });

  it('keeps a hedged claim as a weaker one', () => {
    const [sure] = findClaims('found the culprit in the pool settings');
    const [unsure] = findClaims('I think we found the culprit in the pool settings');
    expect(unsure?.strength).toBeLessThan(sure?.strength ?? 0);
    expect(unsure?.strength).toBeGreaterThan(0);
  });

  it('does not read quoted lines, code or addresses', () => {
    expect(findClaims('> incident resolved\n```\nincident resolved\n```\nhttps://x.test/incident-resolved')).toEqual(
      [],
    );
  });
});
