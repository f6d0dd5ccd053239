import { uuid } from './chance.ts';
import { iso } from './clock.ts';
import { exhausted } from './checkout-log.ts';
import { T } from './story.ts';
import { REQUESTS } from './traffic.ts';

/** The body of the webhook for a new issue: the first exception of its kind. */
export function sentryIssue(): unknown {
  const seen = iso(T.firstError, 6);
  const first = REQUESTS.find(({ failed }) => failed);
  if (!first) throw new Error('No checkout failed.');
  const message = exhausted(first);
  return {
    action: 'created',
    installation: { uuid: uuid('sentry:installation') },
    data: {
      issue: {
        id: '5928801477',
        shareId: null,
        shortId: 'CHECKOUT-API-3F7',
        title: `SQLTransientConnectionException: ${message}`,
        culprit: 'example.larkspur.checkout.order.OrderRepository in reserve',
        permalink: 'https://larkspur.sentry.example/organizations/larkspur/issues/5928801477/',
        logger: 'example.larkspur.checkout.web.CheckoutController',
        level: 'error',
        status: 'unresolved',
        statusDetails: {},
        isPublic: false,
        platform: 'java',
        project: { id: '4506112', name: 'checkout-api', slug: 'checkout-api', platform: 'java' },
        type: 'error',
        metadata: {
          value: message,
          type: 'SQLTransientConnectionException',
          filename: 'HikariPool.java',
          function: 'createTimeoutException',
        },
        numComments: 0,
        assignedTo: null,
        isBookmarked: false,
        isSubscribed: false,
        subscriptionDetails: null,
        hasSeen: false,
        annotations: [],
        count: '1',
        userCount: 1,
        firstSeen: seen,
        lastSeen: seen,
      },
    },
    actor: { type: 'application', id: 'sentry', name: 'Sentry' },
  };
}
