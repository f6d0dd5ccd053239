import { chance, code, uuid } from './chance.ts';
import { ALERTS, DEPLOYS, INCIDENT, type Said, type Speaker } from './conversations.data.ts';
import { PEOPLE, type Person } from './story.ts';

const TEAM = 'T05LARKSP1';
const BOTS: Readonly<Record<string, { id: string; app: string; name: string; user: string }>> = {
  alertmanager: { id: 'B06AMBOT01', app: 'A02ALERTMG', name: 'Alertmanager', user: 'U06AMBOT01' },
  github: { id: 'B06GHBOT02', app: 'A01BP7R4KNY', name: 'GitHub', user: 'U06GHBOT02' },
  argocd: { id: 'B06ARGO003', app: 'A03ARGOCD7', name: 'Argo CD', user: 'U06ARGO003' },
  klaxon: { id: 'B06KLAX004', app: 'A04KLAXON2', name: 'Klaxon', user: 'U06KLAX004' },
};
const people: Readonly<Record<string, Person>> = PEOPLE;

/** Channels of the export with what was said in them on the day. */
export const CHANNELS: readonly {
  id: string;
  name: string;
  created: number;
  purpose: string;
  said: readonly Said[];
}[] = [
  {
    id: 'C07ALERTS01',
    name: 'alerts-prod',
    created: 1717315200,
    purpose: 'Everything that fires in production',
    said: ALERTS,
  },
  { id: 'C07DEPLOY22', name: 'deploys', created: 1717315260, purpose: 'Written by machines', said: DEPLOYS },
  {
    id: 'C08INC41200',
    name: 'inc-412-checkout',
    created: Math.floor((INCIDENT[0]?.at ?? 0) / 1000),
    purpose: 'Incident 412',
    said: INCIDENT,
  },
];

function userId(who: Speaker): string {
  const id = people[who]?.slack ?? BOTS[who]?.user;
  if (!id) throw new Error(`Nobody is called ${who}.`);
  return id;
}

/** `users.json` of the export. */
export function slackUsers(): unknown[] {
  const humans = Object.values(PEOPLE).map((person) => ({
    id: person.slack,
    team_id: TEAM,
    name: person.handle,
    deleted: false,
    color: code(`colour:${person.handle}`, 6, '0123456789abcdef'),
    real_name: person.name,
    tz: person.zone === 1 ? 'Europe/Berlin' : 'Europe/Lisbon',
    tz_label: person.zone === 1 ? 'Central European Time' : 'Western European Time',
    tz_offset: person.zone * 3600,
    profile: {
      title: person.title,
      real_name: person.name,
      real_name_normalized: person.name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l'),
      display_name: person.name.split(' ')[0] ?? person.name,
      status_text: '',
      status_emoji: '',
      email: person.email,
      team: TEAM,
    },
    is_admin: person === PEOPLE.olu,
    is_bot: false,
    is_app_user: false,
    updated: 1762000000,
  }));
  const bots = Object.values(BOTS).map((bot) => ({
    id: bot.user,
    team_id: TEAM,
    name: bot.name.toLowerCase().replaceAll(' ', ''),
    deleted: false,
    real_name: bot.name,
    profile: {
      real_name: bot.name,
      display_name: '',
      bot_id: bot.id,
      api_app_id: bot.app,
      always_active: true,
      team: TEAM,
    },
    is_bot: true,
    is_app_user: false,
    updated: 1762000000,
  }));
  return [...humans, ...bots];
}

/** `channels.json` of the export. */
export function slackChannels(): unknown[] {
  return CHANNELS.map(({ id, name, created, purpose, said }) => ({
    id,
    name,
    created,
    creator: PEOPLE.olu.slack,
    is_archived: false,
    is_general: false,
    members: [...new Set(said.map(({ who }) => userId(who)))],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: purpose, creator: PEOPLE.olu.slack, last_set: created },
  }));
}

/** The file of one day of one channel. */
export function slackDay(said: readonly Said[]): unknown[] {
  const stamps = new Map(said.map((message) => [message, timestamp(message)] as const));
  const parents = new Map(said.flatMap((message) => (message.name ? [[message.name, message] as const] : [])));
  const ordered = [...stamps].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  const replies = (parent: Said): [Said, string][] =>
    ordered.filter(([message]) => message.thread !== undefined && message.thread === parent.name);
  return ordered.map(([message, ts]) => {
    const parent = message.thread === undefined ? undefined : parents.get(message.thread);
    const thread = parent
      ? { thread_ts: stamps.get(parent) ?? ts, parent_user_id: userId(parent.who) }
      : threadHead(replies(message), ts);
    return { ...body(message, ts), ...thread };
  });
}

/** Slack's timestamps carry microseconds that make them unique. */
function timestamp({ at, who, text }: Said): string {
  const random = chance(`slack:${at}:${who}:${text}`);
  const milliseconds = at % 1000 === 0 ? 0 : at % 1000;
  const micros = milliseconds * 1000 + random.whole(100, 999);
  return `${Math.floor(at / 1000)}.${String(micros).padStart(6, '0')}`;
}

function threadHead(replies: readonly [Said, string][], ts: string): Record<string, unknown> {
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map(([{ who }]) => userId(who)))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: last[1],
    reply_users: users,
    replies: replies.map(([{ who }, stamp]) => ({ user: userId(who), ts: stamp })),
    is_locked: false,
    subscribed: false,
  };
}

function body(message: Said, ts: string): Record<string, unknown> {
  const bot = BOTS[message.who];
  if (message.subtype === 'channel_topic' || message.subtype === 'channel_join') return notice(message, ts);
  if (bot) return botMessage(message, ts);
  return {
    client_msg_id: uuid(`slack:${ts}`),
    type: 'message',
    text: markup(message.text),
    user: userId(message.who),
    ts,
    ...(message.edited === undefined
      ? {}
      : { edited: { user: userId(message.who), ts: `${message.edited / 1000}.000000` } }),
    team: TEAM,
    user_team: TEAM,
    source_team: TEAM,
    user_profile: profile(message.who),
    ...(message.reactions
      ? {
          reactions: message.reactions.map(([name, by]) => ({
            name,
            users: by.map((who) => userId(who)),
            count: by.length,
          })),
        }
      : {}),
  };
}

function notice(message: Said, ts: string): Record<string, unknown> {
  const user = userId(message.who);
  const topic = message.text.replace('set the channel topic: ', '');
  return {
    ...(message.subtype === 'channel_topic' ? { topic: escaped(topic) } : {}),
    user,
    type: 'message',
    subtype: message.subtype,
    ts,
    text: `<@${user}> ${escaped(message.text)}`,
  };
}

function botMessage(message: Said, ts: string): Record<string, unknown> {
  const bot = BOTS[message.who];
  const [title = '', ...rest] = message.text.split('\n');
  const isAlert = message.who === 'alertmanager';
  return {
    type: 'message',
    subtype: 'bot_message',
    text: isAlert ? '' : markup(message.text),
    ts,
    username: bot?.name,
    bot_id: bot?.id,
    app_id: bot?.app,
    ...(isAlert ? { attachments: [alertAttachment(title.replaceAll('*', ''), rest.join('\n'))] } : {}),
  };
}

function alertAttachment(title: string, text: string): unknown {
  return {
    id: 1,
    color: title.startsWith('[RESOLVED]') ? '2eb886' : 'a30200',
    fallback: `${title} | http://alertmanager.larkspur.example:9093/#/alerts?receiver=pagerduty-and-slack`,
    text,
    title,
    title_link: 'http://alertmanager.larkspur.example:9093/#/alerts?receiver=pagerduty-and-slack',
    mrkdwn_in: ['fallback', 'pretext', 'text'],
  };
}

function profile(who: Speaker): unknown {
  const person = people[who];
  return {
    avatar_hash: code(`avatar:${who}`, 12, '0123456789abcdef'),
    first_name: person?.name.split(' ')[0],
    real_name: person?.name,
    display_name: person?.name.split(' ')[0],
    team: TEAM,
    name: person?.handle,
    is_restricted: false,
    is_ultra_restricted: false,
  };
}

// Slack escapes three characters; what stands in <…> is its own markup.
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function markup(text: string): string {
  return text
    .split(/(<[^>]+>)/u)
    .map((part) =>
      /^<[^>]+>$/u.test(part) ? part.replace(/^<@(\w+)>$/u, (_, who: Speaker) => `<@${userId(who)}>`) : escaped(part),
    )
    .join('');
}
