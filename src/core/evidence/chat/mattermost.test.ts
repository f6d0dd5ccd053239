import { describe, expect, it } from 'vitest';
import { briefly, contextOf, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { chatFormats } from './index.ts';
import { mattermostExport } from './mattermost.ts';

const post = (fields: object) => ({ type: 'post', post: { team: 'ops', channel: 'inc-42', ...fields } });
const lines = [
  { type: 'version', version: 1 },
  { type: 'channel', channel: { team: 'ops', name: 'inc-42', display_name: 'Incident 42' } },
  { type: 'user', user: { username: 'ana', first_name: 'Ana', last_name: 'Silva' } },
  post({
    user: 'ana',
    message: 'Checkout is slow\nlooking at `checkout-db`',
    create_at: 1771834530120,
    replies: [{ user: 'ben', message: 'pool is full', create_at: 1771834590000 }],
    reactions: [{ user: 'ben', emoji_name: 'eyes', create_at: 1771834540000 }],
  }),
  post({
    user: 'alertbot',
    message: '[FIRING:1] CheckoutErrors',
    create_at: 1771834520000,
    props: { from_webhook: 'true' },
  }),
  {
    type: 'direct_post',
    direct_post: { channel_members: ['ana', 'ben'], user: 'ben', message: 'call me', create_at: 1771834600000 },
  },
];
const text = lines.map((line) => JSON.stringify(line)).join('\n');

describe('Mattermost', () => {
  it('reads posts, replies and direct posts of an export', () => {
    const people = mattermostExport.provide?.(evidenceOf(text)).people ?? new Map<string, string>();
    const reading = readWithBest(chatFormats, evidenceOf(text), contextOf({ lookups: { people } }));
    expect(reading).toMatchObject({ format: 'mattermost-export', findings: [] });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:20Z alert | [FIRING:1] CheckoutErrors',
      '2026-02-23T08:15:30.120Z message | Checkout is slow looking at `checkout-db`',
      '2026-02-23T08:16:30Z message | pool is full',
      '2026-02-23T08:16:40Z message | call me',
    ]);
    expect(reading.events[1]).toMatchObject({
      actor: 'Ana Silva',
      names: ['#inc-42', 'checkout-db'],
      source: { line: 4 },
    });
    expect(reading.events[2]?.details).toContain('reply to: Checkout is slow');
  });

  it('reads posts of the API, oldest first', () => {
    const entry = (id: string, create_at: number, message: string) => [
      id,
      { id, create_at, edit_at: 0, user_id: 'u1', channel_id: 'c1', message, type: '' },
    ];
    const content = {
      order: ['b', 'a'],
      posts: Object.fromEntries([entry('b', 1771834590000, 'two'), entry('a', 1771834530000, 'one')]),
    };
    const reading = readWithBest(chatFormats, evidenceOf(content));
    expect(reading.format).toBe('mattermost-posts');
    expect(reading.events.map((event) => event.text)).toEqual(['one', 'two']);
    expect(reading.events[0]?.details).toBe('channel: #c1');
  });
});
