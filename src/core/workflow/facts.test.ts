import { describe, expect, it } from 'vitest';

import { factsOf } from './facts.ts';

const record = (frontMatter: string) => ({ dialect: 'cycle', frontMatter, timeline: [], actions: [] });

describe('the facts of a record', () => {
  it('are its own fields', () => {
    expect(
      factsOf({
        severity: { label: 'P1' },
        incident: { type: 'financial' },
        impact: { systems: ['ledger'] },
        timeline: [],
        actions: [],
      }),
    ).toEqual({ dialect: 'foreign', severity: { label: 'P1', rank: 2 }, type: 'financial', services: ['ledger'] });
  });

  it.each([
    ['YAML', '---\nTags: [db, payments]\nservice: api, web\nseverity: 2\ntype: data loss\n---'],
    ['TOML', '+++\ntags = ["db", "payments"]\nservice = "api, web"\nseverity = "2"\ntype = \'data loss\'\n+++'],
  ])('are those of front matter in %s, too', (_name, frontMatter) => {
    expect(factsOf(record(frontMatter))).toEqual({
      dialect: 'cycle',
      severity: { label: '2' },
      type: 'data loss',
      tags: ['db', 'payments'],
      services: ['api', 'web'],
    });
  });

  it.each(['---\ntags: [a\n---', '---\n- a\n---', '---\n---', '---\na: &a [*a]\ntags: *a\n---', '---'])(
    'say nothing where the front matter says nothing: %j',
    (frontMatter) => {
      expect(factsOf(record(frontMatter))).toEqual({ dialect: 'cycle' });
    },
  );
});
