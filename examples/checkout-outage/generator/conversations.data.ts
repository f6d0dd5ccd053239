import { at } from './clock.ts';
import { T, SHA, tag } from './story.ts';

/** Who can speak: the people of the story and four bots. */
export type Speaker =
  | 'ana'
  | 'tomasz'
  | 'ingrid'
  | 'meiling'
  | 'olu'
  | 'rajesh'
  | 'yusuf'
  | 'alertmanager'
  | 'github'
  | 'argocd'
  | 'klaxon';

/** One message. `name` lets later messages answer it in its thread. */
export interface Said {
  readonly at: number;
  readonly who: Speaker;
  readonly text: string;
  readonly name?: string;
  readonly thread?: string;
  readonly edited?: number;
  readonly reactions?: readonly (readonly [string, readonly Speaker[]])[];
  readonly subtype?: 'channel_join' | 'channel_topic' | 'channel_purpose';
}

type More = Omit<Said, 'at' | 'who' | 'text'>;
const say = (who: Speaker, clock: string | number, rest: string | readonly [string, More]): Said => {
  const [text, more] = typeof rest === 'string' ? [rest, {}] : rest;
  return { at: typeof clock === 'number' ? clock : at(clock), who, text, ...more };
};

const firing = (
  clock: string,
  rest:
    | string
    | readonly [
        string,
        More,
      ] = '*[FIRING:1] checkout-api (CheckoutHighErrorRate prod critical)*\ncheckout-api answers with errors',
): Said => say('alertmanager', clock, rest);
const slow = '*[FIRING:2] checkout-api (prod)*\ncheckout-api answers with errors\ncheckout-api is slow';
const fixed = '*[RESOLVED] checkout-api (CheckoutHighErrorRate prod critical)*\ncheckout-api answers with errors';

/** #alerts-prod: what Alertmanager repeats every five minutes, and what people say to it. */
export const ALERTS: readonly Said[] = [
  say('olu', '08:03:10', 'weekly test alert coming up in two minutes, please ignore it'),
  say('alertmanager', '08:06:04', '*[FIRING:1] monitoring (TestAlert prod critical)*\nTest alert, please ignore'),
  say('alertmanager', '08:07:04', '*[RESOLVED] monitoring (TestAlert prod critical)*\nTest alert, please ignore'),
  say('olu', '08:07:50', 'test alert arrived everywhere :white_check_mark:'),
  say(
    'alertmanager',
    '11:14:20',
    '*[FIRING:1] payments (PaymentsQueueLag prod warning)*\nwebhook queue of payments is 90 s behind',
  ),
  say(
    'alertmanager',
    '11:19:20',
    '*[RESOLVED] payments (PaymentsQueueLag prod warning)*\nwebhook queue of payments is 90 s behind',
  ),
  say('meiling', '11:20:41', "false alarm, the provider replayed yesterday's webhooks. Nothing to do."),
  firing('13:28:05', [
    '*[FIRING:1] checkout-api (CheckoutHighErrorRate prod critical)*\ncheckout-api answers with errors',
    { name: 'alert' },
  ]),
  say('tomasz', '13:28:50', ['false alarm? the express button just went to 50 %', { thread: 'alert' }]),
  say('rajesh', T.reported, [
    'not a false alarm I think: we have 6 tickets about failing payments in ten minutes. Is anyone on it?',
    { thread: 'alert' },
  ]),
  say('ana', '13:31:40', ['on it, looking', { thread: 'alert', reactions: [['eyes', ['rajesh', 'olu']]] }]),
  firing('13:33:05', slow),
  say('olu', '13:34:20', 'moving to <#C08INC41200|inc-412-checkout>'),
  firing('13:38:05', slow),
  firing('13:43:05', slow),
  firing('13:48:05', slow),
  firing('13:53:05', slow),
  firing('13:58:05', slow),
  firing('14:03:05', slow),
  say('alertmanager', '14:08:05', fixed),
  firing('14:45:05'),
  say('rajesh', '14:45:32', 'customers again, see <#C08INC41200|inc-412-checkout>'),
  firing('14:50:05', slow),
  firing('14:55:05', slow),
  firing('15:00:05', slow),
  firing('15:05:05', slow),
  say('alertmanager', '15:07:05', fixed),
];

/** #deploys: GitHub and Argo CD, nobody else. */
export const DEPLOYS: readonly Said[] = [
  say('github', '12:30:02', `Deploy cart #4819 started by meiling-chen (\`${tag(SHA.cartMerge)}\`)`),
  say('argocd', '12:40:09', 'Application *cart* sync succeeded at revision `' + tag(SHA.cartBump) + '`'),
  say('github', '12:41:34', `Deploy cart #4819 succeeded in 11m 38s (\`${tag(SHA.cartMerge)}\`)`),
  say('github', '12:51:20', `Deploy checkout-api #4821 started by tomasz-wisniewski (\`${tag(SHA.badMerge)}\`)`),
  say('argocd', '13:02:08', 'Application *checkout-api* sync succeeded at revision `' + tag(SHA.badBump) + '`'),
  say('github', '13:04:47', `Deploy checkout-api #4821 succeeded in 13m 31s (\`${tag(SHA.badMerge)}\`)`),
  say('argocd', '13:59:42', 'Application *checkout-api* is OutOfSync, automated sync is disabled'),
  say(
    'argocd',
    '14:40:52',
    'Application *platform-apps* sync succeeded at revision `' + tag(SHA.choreMerge) + '` (3 applications changed)',
  ),
  say('argocd', '14:41:10', 'Application *checkout-api* sync succeeded at revision `' + tag(SHA.choreMerge) + '`'),
  say('github', '14:49:52', `Deploy checkout-api #4824 started by olu-adeyemi (\`${tag(SHA.revertMerge)}\`)`),
  say('argocd', '14:57:07', 'Application *checkout-api* sync succeeded at revision `' + tag(SHA.revertBump) + '`'),
  say('github', '14:59:44', `Deploy checkout-api #4824 succeeded in 9m 56s (\`${tag(SHA.revertMerge)}\`)`),
];

const join = (who: Speaker, clock: string): Said =>
  say(who, clock, ['has joined the channel', { subtype: 'channel_join' }]);
const topic = (clock: string, text: string): Said =>
  say('klaxon', clock, [`set the channel topic: ${text}`, { subtype: 'channel_topic' }]);

/** #inc-412-checkout: the incident as people lived it, with its wrong turns. */
export const INCIDENT: readonly Said[] = [
  join('olu', '13:33:48'),
  join('ana', '13:33:55'),
  say('olu', T.declared, [
    'Declaring SEV-2: checkout fails for a good part of our customers. I am incident commander, <@ana> leads the investigation.',
    { name: 'declared', reactions: [['rotating_light', ['rajesh', 'tomasz']]] },
  ]),
  topic('13:34:12', 'SEV-2 | Checkout fails | IC Oluwaseun Adeyemi'),
  join('tomasz', '13:34:30'),
  join('rajesh', '13:34:41'),
  say(
    'ana',
    T.investigating,
    'I am looking at checkout-api. 5xx on `POST /api/checkout` at 35 %, rising. Started a bit after 13:20, all times UTC',
  ),
  say('rajesh', '13:35:58', '14 tickets now. They all see "we could not take your payment"'),
  say('ana', '13:36:35', 'could be the payment provider, then? their health endpoint answers in 1.9 s, usually 200 ms'),
  say('olu', '13:37:02', 'paging <@meiling> for payments'),
  join('yusuf', '13:37:40'),
  say('yusuf', '13:38:20', 'status page says investigating'),
  join('meiling', '13:38:31'),
  say('meiling', '13:38:52', [
    'here. Provider latency is up since 13:16, but their error rate is flat. Looking',
    { name: 'provider' },
  ]),
  say('tomasz', '13:39:30', ['their status page says "degraded performance" in one region', { thread: 'provider' }]),
  say('meiling', '13:40:12', ['that is not our region though', { thread: 'provider' }]),
  say('ana', '13:40:36', ['same answer from their status API, we use eu-central', { thread: 'provider' }]),
  say('meiling', '13:44:10', [
    'payments itself is healthy: declines normal, 0 timeouts to the provider. What I see is checkout-api hanging up on us after 5 s. So I do not think it is us or them',
    { thread: 'provider', reactions: [['+1', ['ana', 'olu']]] },
  ]),
  say('tomasz', '13:41:05', 'should we roll back? there was a cart deploy at 12:40 and one of checkout-api at 13:02'),
  say(
    'ana',
    '13:41:50',
    'not yet, 13:02 was only a tidy-up of the config and it was fine for 19 minutes. I would rather understand first',
  ),
  say('olu', '13:42:15', 'give it until 13:55, then we roll back whatever is newest'),
  say('tomasz', '13:42:44', ['cart logs show errors at 13:22 already, that is before... no wait', { name: 'cart' }]),
  say('olu', '13:43:20', [
    'careful with cart: the clock of its node pool is 42 s ahead, NTP ticket is open since last week',
    { thread: 'cart' },
  ]),
  say('tomasz', '13:43:45', [
    'ah. Then cart fails *after* checkout-api, not before. Its errors are calls to checkout',
    { thread: 'cart' },
  ]),
  say('klaxon', '13:44:05', 'Reminder: 10 minutes since the incident was declared. Time for an update?'),
  say('rajesh', '13:44:31', '23 tickets. Is it resolved for anyone? One customer says it worked on the third try'),
  say('ana', '13:44:58', 'not resolved, it is a share of requests, roughly 60 % fail now'),
  say(
    'tomasz',
    '13:45:36',
    'express button is back to 10 %, it went to 50 % at 13:17 and that is very close to the start',
  ),
  say('olu', '13:46:02', 'thanks. Watching 5xx for two minutes'),
  say('yusuf', '13:47:10', 'status page updated, major outage'),
  say('ana', '13:47:20', 'no effect from the flag. Still 61 %'),
  say('ana', '13:48:12', '`hikaricp.connections.pending` is 37 on the first pod I asked. Is the database slow?'),
  say('olu', '13:49:01', 'db-primary is bored. CPU 18 %, 52 sessions of 400'),
  say('ana', '13:49:40', '52 sessions is the odd bit. 6 pods should hold 240'),
  say('tomasz', '13:50:10', 'hm, Ana merged docs about database connections at 13:09, is that in the image?'),
  say('ana', '13:50:30', 'no, that is only the runbook :sweat_smile:'),
  say('ana', '13:51:02', ['checking what 13:02 really changed', { reactions: [['eyes', ['olu']]] }]),
  say('ana', T.rootCause, [
    'Found it. Root cause: `' +
      tag(SHA.badCommit) +
      '` sets `maximum-pool-size` from 40 to 8 and `connection-timeout` from 30 s to 5 s in application.yaml. 8 connections per pod were enough at 13:02, not for the afternoon peak. Everything else queues and times out after 5 s',
    { name: 'cause', edited: at('13:53:41'), reactions: [['bulb', ['olu', 'tomasz', 'meiling']]] },
  ]),
  say('ingrid', '13:53:05', [
    'oh. I took those values from staging so that both files look alike. I did not see that production needs its own',
    { thread: 'cause' },
  ]),
  say('olu', '13:53:30', [
    'Nothing in review or CI shows the difference either. Let us fix it first and write that down for the post-mortem',
    { thread: 'cause', reactions: [['heart', ['ingrid', 'ana']]] },
  ]),
  say('olu', '13:53:50', 'Decision: roll back checkout-api to revision 41. <@ana> does it, I watch'),
  say('yusuf', '13:54:40', 'status page: identified'),
  say('ana', '13:55:45', 'Argo CD would undo the rollback, so I switch its auto-sync off for checkout-api first'),
  say('olu', '13:56:10', 'good catch'),
  say('ana', '13:56:52', 'auto-sync is off'),
  say('ana', '13:58:20', 'rolling back now: `kubectl rollout undo deployment/checkout-api --to-revision=41`'),
  say('ana', '14:00:44', 'rollout complete, 6/6 on the old revision'),
  say('tomasz', '14:01:20', 'errors are falling, below 40 %'),
  say('rajesh', '14:01:55', 'is it fixed? Can I tell customers?'),
  say('olu', '14:02:10', 'not resolved yet, give us five minutes'),
  say('ana', T.restored, [
    '5xx back at 0.1 %, checkouts are going through. Service is restored',
    { reactions: [['tada', ['rajesh', 'yusuf', 'tomasz']]] },
  ]),
  topic('14:03:40', 'SEV-2 | Monitoring | IC Oluwaseun Adeyemi'),
  say('yusuf', '14:04:35', 'status page: monitoring'),
  say('meiling', '14:06:22', 'payments: no double charges among 300 retried orders. I will go through the rest'),
  say('klaxon', '14:08:06', 'CheckoutHighErrorRate has resolved'),
  say('olu', '14:10:20', 'Resolved. Thanks everyone. Post-mortem on Thursday, please leave your notes here'),
  topic('14:10:31', 'Resolved | Checkout failed 13:21 to 14:03 UTC'),
  say('yusuf', '14:12:01', 'status page: resolved'),
  say('tomasz', '14:15:44', ['do we revert the commit as well? main still has the small pool', { name: 'revert' }]),
  say('ingrid', '14:17:03', [
    'I will prepare a pull request this afternoon, with a test this time',
    { thread: 'revert' },
  ]),
  say('olu', '14:18:20', ['fine, auto-sync stays off until then', { thread: 'revert' }]),
  say('rajesh', '14:25:10', '41 tickets in total, all answered with the template'),
  say('rajesh', '14:44:38', 'hm, two new tickets just now. Old ones?'),
  say('ana', '14:45:40', 'It is back. Errors since 14:42'),
  say('olu', '14:45:58', 'Reopening the incident'),
  topic('14:46:05', 'SEV-2 | REOPENED | IC Oluwaseun Adeyemi'),
  say('ana', '14:46:30', 'there was a rollout at 14:41 and it was not me?'),
  say('tomasz', '14:46:55', 'not me either'),
  say('ana', T.secondCause, [
    'Argo CD synced it. My change to the application was overwritten at 14:40: the parent `platform-apps` synced after the team-labels merge and put auto-sync and self-heal back, then checkout-api went to what main says: the small pool',
    { name: 'again' },
  ]),
  say('meiling', '14:48:40', ['that merge was mine, I only saw labels in it', { thread: 'again' }]),
  say('olu', '14:49:05', [
    'it *was* only labels. An app of apps rewrites everything it owns, and nothing told us',
    { thread: 'again' },
  ]),
  say('ana', '14:49:10', 'pull request with the revert: <https://github.com/larkspur/shop/pull/1877|#1877>'),
  say('olu', '14:49:48', 'approved and merged'),
  say('yusuf', '14:49:55', 'status page: investigating again'),
  say('tomasz', '14:50:30', 'could we undo the rollout by hand meanwhile?'),
  say('ana', '14:51:02', 'self-heal would put it back within seconds. 7 minutes for the build it is'),
  say('rajesh', '14:52:40', '9 tickets since it came back'),
  say('ana', '14:57:12', 'fix is rolling out'),
  say('ana', '14:59:34', 'rollout complete'),
  say('tomasz', '15:00:10', 'still a few errors, connections draining?'),
  say('ana', T.secondRestored, 'clean now, 5xx at 0.1 % again. Pool shows 40 on every pod'),
  say('yusuf', '15:02:30', 'status page: monitoring'),
  say('olu', '15:03:05', 'Let us wait a full quarter of an hour before anyone says resolved'),
  say('rajesh', '15:12:20', 'no new tickets since 15:00'),
  say('olu', '15:20:35', [
    'Resolved, for real this time',
    { edited: at('15:21:02'), reactions: [['white_check_mark', ['ana', 'rajesh', 'yusuf']]] },
  ]),
  topic('15:20:50', 'Resolved | Checkout failed 13:21–14:03 and 14:42–15:01 UTC'),
  say('yusuf', '15:22:12', 'status page: resolved'),
  say(
    'ana',
    '15:32:40',
    'evidence is exported: logs, events, history, pager. Cart logs are 42 s ahead, logs of checkout-api are Berlin time',
  ),
  say('meiling', '16:40:11', 'went through all 1,904 retried orders: no double charge, 12 refunds sent by hand'),
  say('rajesh', '17:15:30', 'every ticket is answered. 52 in total'),
  say('olu', T.closed, 'Closing the incident. Post-mortem on Thursday at 10:00, I write the draft'),
];
