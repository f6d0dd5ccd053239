import { describe, expect, it } from 'vitest';

import type { ReviewFinding } from '../review-finding.ts';
import { type BlamelessContext, reviewBlameless } from './review-blameless.ts';
import { BLAMELESS_RULES } from './rules.data.ts';

function review(text: string, context: Partial<BlamelessContext> = {}): ReviewFinding[] {
  return reviewBlameless([{ path: 'summary.text', text }], { people: [], ...context });
}

function codes(text: string, context: Partial<BlamelessContext> = {}): string[] {
  return review(text, context).map(({ code }) => code);
}

describe('reviewBlameless', () => {
  it('gives one finding for each occurrence, with its place', () => {
    const text = 'We should have tested it. The job ran. We should have asked.';
    const found = review(text);
    expect(found.map(({ range }) => text.slice(range?.start, range?.end))).toEqual([
      'We should have tested',
      'We should have asked',
    ]);
    expect(found[0]).toMatchObject({ severity: 'warning', place: { path: 'summary.text' } });
    expect(found[0]?.message).toContain('“We should have tested” reads as blame.');
  });

  it.each([
    ['We should have tested the restore.', 'We did not test the restore.'],
    ['We should never have merged it.', 'We merged it.'],
    ['The bugs should have been caught in review.', 'The bugs were not caught in review.'],
    ['The fix was late. Obviously, nobody was paged.', 'Nobody was paged.'],
    ['The outage was caused by Bob’s change.', 'The outage was caused by a change.'],
    ['The table was misconfigured by an engineer.', 'The table was misconfigured.'],
    ['Nobody noticed the queue.', 'Nothing showed the queue.'],
    ['It was an idiotic change.', 'It was a change.'],
  ])('rewrites %j', (text, suggestion) => {
    expect(review(text)).toMatchObject([{ suggestion }]);
  });

  it('fixes by itself only what keeps its meaning', () => {
    expect(review('Obviously, the pool was full.')[0]?.fix).toEqual({
      path: 'summary.text',
      value: 'The pool was full.',
      label: 'Leave out “Obviously”',
      mechanical: true,
    });
    expect(review('We failed to look.')[0]?.fix).not.toHaveProperty('mechanical');
  });

  it('keeps the rest of the field in a fix', () => {
    const text = '# Why\n\nThe pool was full. We failed to check it.\n\n- one\n';
    expect(review(text)[0]?.fix?.value).toBe(text.replace('failed to', 'did not'));
  });

  it('tells people from systems by who is known', () => {
    expect(codes('zorana failed to answer.')).toEqual([]);
    expect(codes('zorana failed to answer.', { people: ['@zorana'] })).toEqual(['blame-counterfactual']);
    expect(codes('The pods crashed. They failed to start.')).toEqual([]);
    expect(codes('The reviewers left. They failed to look.')).toEqual(['blame-counterfactual']);
  });

  it('leaves lists of names alone', () => {
    const fields = [{ path: 'roles.authors', text: 'the team to blame is Bob’s' }];
    expect(reviewBlameless(fields, { people: [] })).toEqual([]);
  });

  it('reads the languages that it is given, and passes over those that it does not know', () => {
    const text = 'Die Ursache war menschliches Versagen.';
    expect(codes(text)).toEqual([]);
    expect(codes(text, { languages: ['en', 'de'] })).toEqual(['blame-human-error']);
    expect(codes(text, { languages: ['tlh'] })).toEqual([]);
  });

  it.each(BLAMELESS_RULES.flatMap(({ code, examples }) => examples.bad.map((text) => [code, text] as const)))(
    '%s is found in %j',
    (code, text) => {
      expect(codes(text)).toContain(code);
    },
  );

  it.each(BLAMELESS_RULES.flatMap(({ examples }) => examples.good))('nothing is found in %j', (text) => {
    expect(codes(text)).toEqual([]);
  });

  /** Text that makes matchers run away, each of 200 kB; whatever is not linear takes minutes on it. */
  it.each(
    [
      'a',
      '"',
      '“a',
      '(',
      '](',
      '`',
      '*',
      '<a ',
      '<!--',
      '. A',
      '.',
      '\n',
      '> x\n',
      '```\nx\n',
      "a'b",
      '| ',
      'Bob ',
      'the team ',
      'we should have ',
      'an engineer on ',
      'if we had had anybody ',
      'we should have tested ',
    ].map((part) => [JSON.stringify(part), part] as const),
  )('comes to an end with nothing but %s', (_, part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    expect(Array.isArray(review(text, { languages: ['en', 'de', 'fr', 'es'] }))).toBe(true);
  });
});
