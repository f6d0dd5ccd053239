import { iso } from './clock.ts';
import { replicaSetName, replicaSetOf } from './replica-sets.ts';
import { CART_SKEW_SECONDS, IMPACT, SHA, T } from './story.ts';

const moment = (kind: string, time: number, rest: { tolerance: number; period?: 1 | 2; because: string }): unknown => ({
  kind,
  at: iso(time, time % 1000 === 0 ? 0 : 3),
  toleranceSeconds: rest.tolerance,
  ...(rest.period === undefined ? {} : { period: rest.period }),
  because: rest.because,
});

const MOMENTS: readonly unknown[] = [
  moment('introduced', T.badCommit, { tolerance: 1, because: 'the commit that made the pool smaller was written' }),
  moment('merged', T.badMerge, { tolerance: 1, because: 'pull request #1873 was merged' }),
  moment('deployed', T.badRollout, {
    tolerance: 160,
    because: 'the rollout of revision 42 began; it was complete at 13:04:31 and reported as deployed at 13:04:38',
  }),
  moment('impact-started', T.firstError, {
    tolerance: 2,
    period: 1,
    because: 'first checkout that found no connection',
  }),
  moment('alert-fired', T.alert, {
    tolerance: 65,
    period: 1,
    because: 'CheckoutHighErrorRate began to fire; its first notification left at 13:28:03',
  }),
  moment('reported', T.reported, { tolerance: 5, because: 'support told the engineers of six tickets' }),
  moment('acknowledged', T.acknowledged, { tolerance: 30, period: 1, because: 'Ana acknowledged the page' }),
  moment('declared', T.declared, {
    tolerance: 45,
    period: 1,
    because: 'SEV-2 was declared; the channel was created at 13:33:48',
  }),
  moment('investigating', T.investigating, {
    tolerance: 260,
    because:
      'Ana said what she was looking at; "on it, looking" at 13:31:40 and the status page at 13:38:10 are as good',
  }),
  moment('root-cause-identified', T.rootCause, {
    tolerance: 60,
    because: 'the difference in application.yaml was found',
  }),
  moment('mitigated', T.rollback, {
    tolerance: 150,
    period: 1,
    because: 'rollback to revision 41 was started; it was complete at 14:00:38',
  }),
  moment('restored', T.restored, {
    tolerance: 45,
    period: 1,
    because: 'errors were back to normal; the last failing checkout was at 14:02:51',
  }),
  moment('resolved', T.resolved, {
    tolerance: 20,
    period: 1,
    because: 'the page was resolved, too early as it turned out',
  }),
  moment('triggered', T.secondRollout, { tolerance: 5, period: 2, because: 'Argo CD rolled the small pool out again' }),
  moment('impact-started', T.secondFirstError, {
    tolerance: 2,
    period: 2,
    because: 'first checkout of the second period that found no connection',
  }),
  moment('alert-fired', T.secondAlert, {
    tolerance: 65,
    period: 2,
    because: 'CheckoutHighErrorRate began to fire again',
  }),
  moment('acknowledged', T.secondAcknowledged, {
    tolerance: 5,
    period: 2,
    because: 'Ana acknowledged the reopened page',
  }),
  moment('root-cause-identified', T.secondCause, {
    tolerance: 30,
    period: 2,
    because: 'the sync of platform-apps was found',
  }),
  moment('mitigated', T.revertRollout, {
    tolerance: 150,
    period: 2,
    because: 'rollout of the revert began; it was complete at 14:59:28',
  }),
  moment('restored', T.secondRestored, { tolerance: 20, period: 2, because: 'errors were back to normal for good' }),
  moment('resolved', T.secondResolved, { tolerance: 20, period: 2, because: 'the page was resolved for good' }),
  moment('closed', T.closed, { tolerance: 5, because: 'the commander closed the incident' }),
];

const seconds = (from: number, to: number): number => Math.round((to - from) / 1000);
const impactSum = IMPACT.reduce((sum, { from, to }) => sum + seconds(from, to), 0);
const duration = (
  dialect: string,
  label: string,
  rest: { seconds: number; tolerance: number; from: string; to: string },
): unknown => ({ dialect, label, ...rest });

const DURATIONS: readonly unknown[] = [
  duration('operations', 'detection lag', {
    seconds: seconds(T.firstError, T.alert),
    tolerance: 65,
    from: 'impact-started (1)',
    to: 'alert-fired (1)',
  }),
  duration('operations', 'response time', {
    seconds: seconds(T.alert, T.acknowledged),
    tolerance: 65,
    from: 'alert-fired (1)',
    to: 'acknowledged (1)',
  }),
  duration('operations', 'response lag', {
    seconds: seconds(T.alert, T.declared),
    tolerance: 65,
    from: 'alert-fired (1)',
    to: 'declared',
  }),
  duration('operations', 'diagnosis duration', {
    seconds: seconds(T.declared, T.rootCause),
    tolerance: 60,
    from: 'declared',
    to: 'root-cause-identified (1)',
  }),
  duration('operations', 'total user impact', {
    seconds: impactSum,
    tolerance: 60,
    from: 'impact-started',
    to: 'restored, both periods added',
  }),
  duration('operations', 'incident duration', {
    seconds: seconds(T.firstError, T.closed),
    tolerance: 5,
    from: 'impact-started (1)',
    to: 'closed',
  }),
  duration('standard', 'MTTD', {
    seconds: seconds(T.firstError, T.acknowledged),
    tolerance: 30,
    from: 'impact-started (1)',
    to: 'acknowledged (1)',
  }),
  duration('standard', 'MTTR', {
    seconds: seconds(T.firstError, T.secondResolved),
    tolerance: 20,
    from: 'impact-started (1)',
    to: 'resolved (2)',
  }),
  duration('sev', 'TTD', {
    seconds: seconds(T.firstError, T.alert),
    tolerance: 65,
    from: 'impact-started (1)',
    to: 'alert-fired (1)',
  }),
  duration('sev', 'TTA', {
    seconds: seconds(T.alert, T.acknowledged),
    tolerance: 65,
    from: 'alert-fired (1)',
    to: 'acknowledged (1)',
  }),
  duration('sev', 'TTM', {
    seconds: seconds(T.firstError, T.rollback),
    tolerance: 150,
    from: 'impact-started (1)',
    to: 'mitigated (1)',
  }),
  duration('sev', 'TTR', {
    seconds: seconds(T.firstError, T.secondResolved),
    tolerance: 20,
    from: 'impact-started (1)',
    to: 'resolved (2)',
  }),
];

const INNOCENT: readonly unknown[] = [
  {
    what: 'feature flag checkout.express-button 10 % -> 50 %',
    at: iso(T.flagOn),
    because: 'taking it back at 13:45:30 changed nothing',
  },
  {
    what: 'deploy of cart',
    at: iso(T.cartRollout),
    because: 'its errors are calls to checkout-api, and follow them once its clock is corrected',
  },
  {
    what: 'commit "docs: checkout-api runbook, new section on database connections"',
    at: iso(T.docsCommit),
    because: 'it changes one Markdown file',
  },
  {
    what: 'latency of the payment provider from 13:16',
    at: '2026-03-17T13:16:12Z',
    because: 'no payment failed by it',
  },
];

const AMBIGUOUS: readonly unknown[] = [
  {
    dialect: 'standard',
    label: 'MTTR',
    alternative: seconds(T.firstError, T.resolved),
    because: 'resolved for the first time at 14:10:05, then reopened',
  },
  {
    dialect: 'cycle, platform',
    label: 'duration',
    sum: impactSum,
    span: seconds(T.firstError, T.secondRestored),
    because: 'added over the two periods, or from the first failure to the last restoration',
  },
];

/** What really happened, for comparing; it is the story, not the result of any tool. */
export function truth(records: Readonly<Record<string, number>>): unknown {
  return {
    about:
      'What happened, as the author of the story knows it. Times are UTC by a right clock. A "period" is the first (1) or second (2) time that customers could not pay.',
    zones: { 'logs/checkout-api.log': 'Europe/Berlin' },
    skew: {
      file: 'logs/cart.logfmt.log',
      seconds: CART_SKEW_SECONDS,
      meaning: 'The clock was ahead: true time = written time - seconds.',
    },
    moments: MOMENTS,
    impactPeriods: IMPACT.map(({ from, to, lastError }) => ({
      from: iso(from, 3),
      to: iso(to),
      lastFailedCheckout: iso(lastError, 3),
    })),
    trigger: {
      commit: SHA.badCommit.slice(0, 12),
      file: 'services/checkout-api/src/main/resources/application.yaml',
      sameChange: {
        mergeCommit: SHA.badMerge.slice(0, 12),
        imageBumpCommit: SHA.badBump.slice(0, 12),
        pullRequest: 1873,
        workflowRun: 4821,
        argoHistoryId: 115,
        replicaSet: replicaSetName(replicaSetOf(SHA.badMerge)),
        rolloutRevisions: [42, 44],
      },
      secondTime: {
        mergeCommit: SHA.choreMerge.slice(0, 12),
        argoHistoryId: 116,
        because: 'its sync of the parent application switched auto-sync on again',
      },
    },
    innocent: INNOCENT,
    notThisIncident: [
      'TestAlert at 08:05',
      'PaymentsQueueLag at 11:14',
      'errors of ReceiptMailer at 11:42 and 15:11',
      'OptimisticLockingFailure at 12:12',
      'refused webhooks at 12:08 and 14:29',
    ],
    durations: DURATIONS,
    ambiguous: AMBIGUOUS,
    records,
    unreadable: ['notes.bin'],
  };
}
