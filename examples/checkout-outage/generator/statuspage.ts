import { code } from './chance.ts';
import { at, iso } from './clock.ts';

const letters = 'bcdfghjklmnpqrstvwxyz0123456789';
const PAGE = code('status:page', 12, letters);
const INCIDENT = code('status:incident', 12, letters);
const COMPONENT = code('status:component', 12, letters);

type Status = 'investigating' | 'identified' | 'monitoring' | 'resolved';
type Health = 'operational' | 'partial_outage' | 'major_outage' | 'degraded_performance';
const UPDATES: readonly (readonly [number, Status, Health, string])[] = [
  [
    at('13:38:10.204'),
    'investigating',
    'partial_outage',
    'Some customers cannot complete their purchase. We are looking into it.',
  ],
  [
    at('13:47:02.518'),
    'investigating',
    'major_outage',
    'More than half of all checkouts fail at the moment. Carts are kept. We are still looking for the cause.',
  ],
  [
    at('13:54:31.077'),
    'identified',
    'major_outage',
    'We have found the cause and are going back to an earlier version of our checkout.',
  ],
  [at('14:04:26.840'), 'monitoring', 'operational', 'Checkout works again. We keep an eye on it.'],
  [
    at('14:11:48.132'),
    'resolved',
    'operational',
    'This incident is over. No orders were lost; payments that failed were not charged.',
  ],
  [
    at('14:48:40.663'),
    'investigating',
    'partial_outage',
    'Checkouts are failing again for some customers. We are on it.',
  ],
  [
    at('14:52:15.390'),
    'identified',
    'partial_outage',
    'The earlier version was replaced automatically. A lasting correction is on its way.',
  ],
  [at('15:02:20.021'), 'monitoring', 'operational', 'The correction is live and checkouts succeed. We keep watching.'],
  [
    at('15:22:05.774'),
    'resolved',
    'operational',
    'Checkout has been stable since 15:01 UTC. We are sorry for the trouble and will publish what we learned.',
  ],
];

/** The body of the last webhook: the whole incident with its updates, newest first. */
export function statuspageIncident(): unknown {
  const last = UPDATES.at(-1)?.[0] ?? 0;
  return {
    meta: {
      unsubscribe: 'http://status.larkspur.example/?unsubscribe=w41k9qzt7yfd',
      documentation: 'http://status.larkspur.example/customer-notifications/webhooks/',
      generated_at: iso(last + 900, 3),
    },
    page: { id: PAGE, status_indicator: 'none', status_description: 'All Systems Operational' },
    incident: incident(last),
  };
}

function incident(last: number): unknown {
  const created = (UPDATES[0]?.[0] ?? 0) - 38;
  return {
    name: 'Checkout fails for some customers',
    status: 'resolved',
    created_at: iso(created, 3),
    updated_at: iso(last + 55, 3),
    monitoring_at: iso(at('15:02:20.021'), 3),
    resolved_at: iso(last, 3),
    impact: 'major',
    shortlink: 'https://status.larkspur.example/i/4k2',
    scheduled_for: null,
    scheduled_until: null,
    scheduled_remind_prior: false,
    scheduled_reminded_at: null,
    impact_override: null,
    scheduled_auto_in_progress: false,
    scheduled_auto_completed: false,
    id: INCIDENT,
    page_id: PAGE,
    incident_updates: UPDATES.map((_, index) => update(index)).toReversed(),
    postmortem_body: null,
    postmortem_body_last_updated_at: null,
    postmortem_ignored: false,
    postmortem_published_at: null,
    postmortem_notified_subscribers: false,
    postmortem_notified_twitter: false,
    components: [
      {
        status: 'operational',
        name: 'Checkout',
        created_at: '2024-09-02T09:12:44.310Z',
        updated_at: iso(at('15:02:20.055'), 3),
        position: 1,
        description: 'Paying for a cart',
        showcase: true,
        id: COMPONENT,
        page_id: PAGE,
        group_id: null,
      },
    ],
  };
}

function update(index: number): unknown {
  const entry = UPDATES[index];
  if (!entry) throw new Error(`There is no update ${index}.`);
  const [time, status, health, body] = entry;
  return {
    status,
    body,
    created_at: iso(time, 3),
    wants_twitter_update: false,
    twitter_updated_at: null,
    updated_at: iso(time, 3),
    display_at: iso(time, 3),
    affected_components: [
      { code: COMPONENT, name: 'Checkout', old_status: UPDATES[index - 1]?.[2] ?? 'operational', new_status: health },
    ],
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
    id: code(`status:update:${index}`, 12, letters),
    incident_id: INCIDENT,
  };
}
