import { code } from './chance.ts';
import { at, iso } from './clock.ts';
import { PEOPLE, T, type Person } from './story.ts';

const WEB = 'https://larkspur.pagerduty.com';
const API = 'https://api.pagerduty.com';
const INCIDENT = {
  id: 'Q2LKSP412QC7XA',
  number: 412,
  title: '[FIRING:1] checkout-api (CheckoutHighErrorRate prod critical)',
};
const TEST_INCIDENT = {
  id: 'Q0TSTA411KB2WM',
  number: 411,
  title: '[FIRING:1] monitoring (TestAlert prod critical) Test alert, please ignore',
};

interface Reference {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
  readonly path: string;
}

const SERVICE: Reference = { id: 'PCHK0T1', type: 'service_reference', summary: 'Checkout', path: 'services' };
const POLICY: Reference = {
  id: 'PESC4L9',
  type: 'escalation_policy_reference',
  summary: 'Checkout on call',
  path: 'escalation_policies',
};
const TEAM: Reference = { id: 'PTEAMC3', type: 'team_reference', summary: 'Checkout', path: 'teams' };
const userOf = (person: Person): Reference => ({
  id: person.pager,
  type: 'user_reference',
  summary: person.name,
  path: 'users',
});

const rest = ({ id, type, summary, path }: Reference): unknown => ({
  id,
  type,
  summary,
  self: `${API}/${path}/${id}`,
  html_url: `${WEB}/${path}/${id}`,
});
// Webhooks order the same five keys by name.
const hook = ({ id, type, summary, path }: Reference): unknown => ({
  html_url: `${WEB}/${path}/${id}`,
  id,
  self: `${API}/${path}/${id}`,
  summary,
  type,
});

interface Entry {
  readonly at: number;
  readonly type: string;
  readonly summary: string;
  readonly agent: Reference;
  readonly channel: unknown;
  readonly extra?: Readonly<Record<string, unknown>>;
}

const { ana, olu, meiling } = PEOPLE;
const note = (summary: string): unknown => ({ type: 'note', summary });
const notified = (time: number, person: Person, how: string): Entry => ({
  at: time,
  type: 'notify_log_entry',
  summary: `Notified ${person.name} by ${how}`,
  agent: SERVICE,
  channel: { type: 'auto', notification: { type: how, address: null, status: 'success' } },
  extra: { user: rest(userOf(person)) },
});

const ENTRIES: readonly Entry[] = [
  {
    at: T.triggered,
    type: 'trigger_log_entry',
    summary: 'Triggered through the API.',
    agent: SERVICE,
    channel: {
      type: 'api',
      summary: INCIDENT.title,
      cef_details: {
        severity: 'critical',
        source_origin: 'checkout-api',
        client: 'Alertmanager',
        dedup_key: '{}/{environment="prod"}:{service="checkout-api"}',
      },
    },
  },
  {
    at: T.triggered,
    type: 'assign_log_entry',
    summary: 'Assigned to Ana Ferreira',
    agent: SERVICE,
    channel: { type: 'auto' },
    extra: { assignees: [rest(userOf(ana))] },
  },
  notified(at('13:28:06'), ana, 'push_notification'),
  notified(at('13:29:06'), ana, 'phone'),
  {
    at: T.acknowledged,
    type: 'acknowledge_log_entry',
    summary: 'Acknowledged by Ana Ferreira',
    agent: userOf(ana),
    channel: { type: 'mobile' },
    extra: { acknowledgement_timeout: 1800 },
  },
  {
    at: at('13:34:50'),
    type: 'priority_change_log_entry',
    summary: 'Priority changed to SEV-2 by Oluwaseun Adeyemi',
    agent: userOf(olu),
    channel: { type: 'website' },
  },
  {
    at: at('13:37:14'),
    type: 'responder_request_log_entry',
    summary: 'Oluwaseun Adeyemi requested Mei-Ling Chen to respond',
    agent: userOf(olu),
    channel: { type: 'website', message: 'Please help with CheckoutHighErrorRate, it may be the payment provider' },
  },
  notified(at('13:37:16'), meiling, 'push_notification'),
  {
    at: at('13:53:10'),
    type: 'annotate_log_entry',
    summary: 'Note added by Ana Ferreira',
    agent: userOf(ana),
    channel: note(
      'Connection pool of checkout-api is exhausted since the 13:02 deploy. Going back to the revision before.',
    ),
  },
  {
    at: T.resolved,
    type: 'resolve_log_entry',
    summary: 'Resolved by Ana Ferreira',
    agent: userOf(ana),
    channel: { type: 'website' },
  },
  {
    at: T.reopened,
    type: 'assign_log_entry',
    summary: 'Assigned to Ana Ferreira',
    agent: SERVICE,
    channel: { type: 'auto' },
    extra: { assignees: [rest(userOf(ana))] },
  },
  notified(at('14:45:08'), ana, 'push_notification'),
  {
    at: T.secondAcknowledged,
    type: 'acknowledge_log_entry',
    summary: 'Acknowledged by Ana Ferreira',
    agent: userOf(ana),
    channel: { type: 'mobile' },
    extra: { acknowledgement_timeout: 1800 },
  },
  {
    at: at('14:48:02'),
    type: 'annotate_log_entry',
    summary: 'Note added by Oluwaseun Adeyemi',
    agent: userOf(olu),
    channel: note('Argo CD has rolled the 13:02 revision out again. Reverting in git this time.'),
  },
  {
    at: T.secondResolved,
    type: 'resolve_log_entry',
    summary: 'Resolved by Ana Ferreira',
    agent: userOf(ana),
    channel: { type: 'website' },
  },
];

/** `GET /incidents/{id}/log_entries`: newest first, whole seconds. */
export function logEntries(): unknown {
  const entries = ENTRIES.map((entry, index) => {
    const id = `R${code(`log-entry:${index}`, 25)}`;
    return {
      id,
      type: entry.type,
      summary: entry.summary,
      self: `${API}/log_entries/${id}`,
      html_url: entry.type === 'trigger_log_entry' ? `${WEB}/incidents/${INCIDENT.id}/log_entries/${id}` : null,
      created_at: iso(entry.at),
      agent: rest(entry.agent),
      channel: entry.channel,
      service: rest(SERVICE),
      incident: rest({
        id: INCIDENT.id,
        type: 'incident_reference',
        summary: `[#${INCIDENT.number}] ${INCIDENT.title}`,
        path: 'incidents',
      }),
      teams: [rest(TEAM)],
      contexts: [],
      ...entry.extra,
    };
  });
  return { log_entries: entries.toReversed(), limit: 100, offset: 0, more: false, total: null };
}

interface Hook {
  readonly at: number;
  readonly type: string;
  readonly status: 'triggered' | 'acknowledged' | 'resolved';
  readonly agent: Reference;
  readonly test?: boolean;
  readonly priority?: boolean;
  readonly data?: unknown;
}

const HOOKS: readonly Hook[] = [
  { at: at('08:06:03.120'), type: 'incident.triggered', status: 'triggered', agent: SERVICE, test: true },
  { at: at('08:07:41.655'), type: 'incident.resolved', status: 'resolved', agent: userOf(olu), test: true },
  { at: T.triggered, type: 'incident.triggered', status: 'triggered', agent: SERVICE },
  { at: T.acknowledged, type: 'incident.acknowledged', status: 'acknowledged', agent: userOf(ana) },
  {
    at: at('13:34:50.202'),
    type: 'incident.priority_updated',
    status: 'acknowledged',
    agent: userOf(olu),
    priority: true,
  },
  {
    at: at('13:53:10.731'),
    type: 'incident.annotated',
    status: 'acknowledged',
    agent: userOf(ana),
    data: {
      content:
        'Connection pool of checkout-api is exhausted since the 13:02 deploy. Going back to the revision before.',
    },
  },
  { at: T.resolved, type: 'incident.resolved', status: 'resolved', agent: userOf(ana), priority: true },
  { at: T.reopened, type: 'incident.reopened', status: 'triggered', agent: SERVICE, priority: true },
  {
    at: T.secondAcknowledged,
    type: 'incident.acknowledged',
    status: 'acknowledged',
    agent: userOf(ana),
    priority: true,
  },
  { at: T.secondResolved, type: 'incident.resolved', status: 'resolved', agent: userOf(ana), priority: true },
];

/** Bodies of v3 webhooks, one a line, in the order they arrived. */
export function webhookLines(): unknown[] {
  return HOOKS.map((entry, index) => ({
    event: {
      id: `01${code(`hook:${index}`, 24)}`,
      event_type: entry.type,
      resource_type: 'incident',
      occurred_at: iso(entry.at, 3),
      agent: hook(entry.agent),
      client: entry.type === 'incident.triggered' ? { name: 'Alertmanager' } : null,
      data: entry.data === undefined ? incidentData(entry) : annotation(entry.data, index),
    },
  }));
}

function annotation(data: unknown, index: number): unknown {
  const incident: Reference = {
    id: INCIDENT.id,
    type: 'incident_reference',
    summary: INCIDENT.title,
    path: 'incidents',
  };
  return {
    incident: hook(incident),
    id: code(`note:${index}`, 7),
    ...(data as object),
    trimmed: false,
    type: 'incident_note',
  };
}

function incidentData(entry: Hook): unknown {
  const { id, number, title } = entry.test ? TEST_INCIDENT : INCIDENT;
  return {
    id,
    type: 'incident',
    self: `${API}/incidents/${id}`,
    html_url: `${WEB}/incidents/${id}`,
    number,
    status: entry.status,
    incident_key: entry.test
      ? '{}/{environment="prod"}:{service="monitoring"}'
      : '{}/{environment="prod"}:{service="checkout-api"}',
    created_at: iso(entry.test ? at('08:06:03') : T.triggered),
    title,
    service: hook(SERVICE),
    assignees: entry.status === 'resolved' ? [] : [hook(userOf(entry.test ? olu : ana))],
    escalation_policy: hook(POLICY),
    teams: [hook(TEAM)],
    priority: entry.priority
      ? hook({ id: 'PPRIO2S', type: 'priority_reference', summary: 'SEV-2', path: 'priorities' })
      : null,
    urgency: 'high',
    conference_bridge: null,
    resolve_reason: null,
  };
}
