import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { briefly, contextOf, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import type { ReadContext } from '../types.ts';
import { sampleOf } from '../sample.ts';
import { chatFormats } from './index.ts';
import { slackMessages } from './slack-messages.ts';
import { slackChannels, slackUsers } from './slack-people.ts';

const samples = new URL('../../../../../shared/evidence/slack/', import.meta.url);
const users = [
  { id: 'U0ANA00001', name: 'ana', profile: { display_name: 'Ana Silva', real_name: 'Ana M. Silva' } },
  { id: 'U0BEN00001', name: 'ben', real_name: 'Ben Ito', profile: { display_name: '' } },
  { id: 'U0BOT00001', name: 'deploybot', profile: { real_name: 'Deploy Bot', bot_id: 'B0BOT00001' } },
];
const channels = [{ id: 'C0INC00001', name: 'inc-42', created: 1771834500, creator: 'U0ANA00001' }];
const lookups = {
  people: slackUsers.provide?.(evidenceOf(users)).people,
  channels: slackChannels.provide?.(evidenceOf(channels)).channels,
};
const named = contextOf({ lookups: lookups as Partial<ReadContext['lookups']> });
const said = (ts: string, text: string, more: object = {}) => ({
  type: 'message',
  user: 'U0ANA00001',
  ts,
  text,
  ...more,
});

const read = (content: unknown, file?: string) => readWithBest(chatFormats, evidenceOf(content, file), named);

describe('Slack', () => {
  it.each([
    [users, 'slack-users'],
    [{ ok: true, members: users }, 'slack-users'],
    [channels, 'slack-channels'],
    [{ ok: true, channels }, 'slack-channels'],
  ])('recognises lists of people and channels', (content, format) => {
    expect(read(content)).toMatchObject({ format, events: [], findings: [] });
  });

  it('provides display name, else real name, for users and their bots', () => {
    expect([...(lookups.people ?? [])]).toEqual([
      ['U0ANA00001', 'Ana Silva'],
      ['U0BEN00001', 'Ben Ito'],
      ['U0BOT00001', 'Deploy Bot'],
      ['B0BOT00001', 'Deploy Bot'],
    ]);
  });

  it('writes mentions, links and entities as people see them', () => {
    const text =
      '<@U0BEN00001> see <#C0INC00001> and <https://example.com/g|the graph>, p99 &gt; 5 s <!here> <@U0GONE0001>';
    const reading = read([said('1771834530.120300', text)], 'export/inc-42/2026-02-23.json');
    expect(reading.findings).toEqual([]);
    expect(reading.events[0]).toMatchObject({
      text: '@Ben Ito see #inc-42 and the graph (https://example.com/g), p99 > 5 s @here @U0GONE0001',
      actor: 'Ana Silva',
      kind: 'message',
      key: 'slack:U0ANA00001:1771834530.120300',
      names: ['#inc-42'],
      at: { written: '1771834530.120300', instant: '2026-02-23T08:15:30.120Z', zone: 'UTC' },
    });
    expect(reading.events[0]).not.toHaveProperty('fold');
  });

  it('reads a message the same from an export and from the API', () => {
    const message = said('1771834530.120300', 'rolled back', { thread_ts: '1771834500.000100' });
    const [exported] = read([message], 'inc-42/2026-02-23.json').events;
    const [answered] = read({ ok: true, messages: [message], has_more: false }).events;
    expect(answered?.key).toBe(exported?.key);
    expect(answered?.text).toBe(exported?.text);
  });

  it('keeps threads, edits, files and reactions in the details', () => {
    const parent = said('1771834500.000100', 'Checkout is slow', { thread_ts: '1771834500.000100', reply_count: 1 });
    const reply = said('1771834530.120300', '', {
      user: 'U0BEN00001',
      thread_ts: '1771834500.000100',
      edited: { user: 'U0BEN00001', ts: '1771834590.000000' },
      files: [{ id: 'F1', name: 'graph.png' }],
      reactions: [{ name: 'eyes', count: 2, users: [] }],
    });
    const reading = read([reply, parent]);
    expect(reading.events.map(({ text }) => text)).toEqual(['Checkout is slow', 'Shared graph.png']);
    expect(reading.events[1]?.details).toBe(
      'reply to: Checkout is slow\nedited: 2026-02-23T08:16:30Z\nfiles: graph.png\nreactions: :eyes: 2',
    );
  });

  it('takes the text of blocks where there is no other', () => {
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Incident' } },
      {
        type: 'rich_text',
        elements: [
          section(
            { type: 'text', text: 'Ask ' },
            { type: 'user', user_id: 'U0BEN00001' },
            { type: 'text', text: ' about ' },
            { type: 'link', url: 'https://x.io', text: 'this' },
          ),
          {
            type: 'rich_text_list',
            elements: [section({ type: 'text', text: 'one' }), section({ type: 'emoji', name: 'fire' })],
          },
        ],
      },
    ];
    expect(read([said('1771834530.120300', '', { blocks })]).events[0]).toMatchObject({
      text: 'Incident Ask @Ben Ito about this (https://x.io) one :fire:',
      details: 'Incident\nAsk @Ben Ito about this (https://x.io)\none\n:fire:',
    });
  });

  it('folds what bots repeat and what comes and goes, never what people say', () => {
    const bot = (ts: string, text: string) => ({ subtype: 'bot_message', bot_id: 'B0BOT00001', ts, text });
    const { events } = read([
      bot('1771834530.000100', 'Deploying checkout v1.42.0 (3 of 12) to prod'),
      bot('1771834540.000100', 'Deploying checkout v1.43.1 (12 of 12) to prod'),
      said('1771834550.000100', '<@U0ANA00001> has joined the channel', { subtype: 'channel_join' }),
      said('1771834560.000100', 'retry 1 failed'),
    ]);
    expect(events[0]?.fold).toBe(events[1]?.fold);
    expect(events[0]).toMatchObject({
      actor: 'Deploy Bot',
      fold: 'Deploy Bot: Deploying checkout <*> (<*> of <*>) to prod',
    });
    expect(events[2]).toMatchObject({
      kind: 'note',
      text: '@Ana Silva has joined the channel',
      fold: 'slack channel_join',
    });
    expect(events[3]).not.toHaveProperty('fold');
  });

  it('links posts of bots with the facts they repeat', () => {
    const attachments = [
      {
        title: '[FIRING:1] CheckoutErrors',
        title_link: 'https://acme.pagerduty.com/incidents/PINC0001',
        fallback: 'x',
      },
    ];
    const [event] = read([
      { bot_id: 'B1', username: 'PagerDuty', ts: '1771834530.000100', text: '', attachments },
    ]).events;
    expect(event).toMatchObject({ kind: 'alert', actor: 'PagerDuty' });
    expect(event?.hints).toEqual(['CheckoutErrors', 'pagerduty:PINC0001:trigger']);
  });

  it('reads a huddle with its end', () => {
    const room = { date_start: 1771834530, date_end: 1771838130, participant_history: ['U0ANA00001', 'U0BEN00001'] };
    const [event] = read([said('1771834530.000100', '', { subtype: 'huddle_thread', room })]).events;
    expect(event).toMatchObject({
      text: 'started a huddle',
      kind: 'note',
      endedAt: { instant: '2026-02-23T09:15:30Z' },
    });
    expect(event?.details).toContain('huddle: Ana Silva, Ben Ito');
  });

  it('reads messages as the Events API sends them', () => {
    const callback = {
      type: 'event_callback',
      event_id: 'Ev1',
      event: said('1771834530.120300', 'slow', { channel: 'C0INC00001' }),
    };
    expect(read(callback).events).toMatchObject([
      { text: 'slow', names: ['#inc-42'], key: 'slack:U0ANA00001:1771834530.120300' },
    ]);
  });

  it('does not take application logs with a numeric ts for messages', () => {
    const log = { ts: 1771834530.1203, level: 'info', text: 'started', user: 'ana' };
    expect(slackMessages.recognise(sampleOf(evidenceOf([log, log])))).toBe(0);
  });

  it('keeps a message without a time', () => {
    const reading = read([said('1771834530.000100', 'a'), said('1771834531.000100', 'b'), { user: 'U1', text: 'c' }]);
    expect(reading.events.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(reading.findings).toMatchObject([{ code: 'event-without-time' }]);
  });

  it('cuts a long message for the line and keeps it whole in the details', () => {
    const [event] = read([said('1771834530.000100', 'pool '.repeat(100))]).events;
    expect(event?.text.length).toBeLessThan(310);
    expect(event?.details).toBe('pool '.repeat(100).trim());
  });

  it.skipIf(!existsSync(samples))('reads the real export, whose replies can be older than their thread', () => {
    const file = new URL('export_channel_day_thread.json', samples);
    const reading = readWithBest(chatFormats, evidenceOf(readFileSync(file, 'utf8'), 'export_channel_day_thread.json'));
    expect(reading.format).toBe('slack-messages');
    expect(briefly(reading.events)).toEqual([
      '2015-06-12T19:58:22Z message | message body text',
      '2015-08-18T03:24:54Z message | random',
      '2015-12-11T21:11:34Z message | another reply',
      '2018-10-18T13:11:34Z message | another thread message',
    ]);
    expect(reading.events[1]?.details).toBe('channel: #random\nreply to: message body text');
  });
});
