import { describe, expect, it } from 'vitest';

import { diffDocuments } from './diff-documents.ts';

const OLD =
  '# Post-Mortem: Outage\n\n## Summary\n\nCheckout was down for ten minutes.\n\n## Impact\n\nNobody noticed.\n';

describe('what changed between two revisions', () => {
  it('is told by section, down to words', () => {
    const next = OLD.replace('ten minutes', 'twenty minutes');
    const diffs = diffDocuments(OLD, next);
    expect(diffs.map(({ heading, kind }) => [heading, kind])).toEqual([
      ['Post-Mortem: Outage', 'same'],
      ['Summary', 'changed'],
      ['Impact', 'same'],
    ]);
    expect(diffs[1]?.lines).toEqual([
      {
        kind: 'changed',
        pieces: [
          { kind: 'same', text: 'Checkout was down for ' },
          { kind: 'removed', text: 'ten' },
          { kind: 'added', text: 'twenty' },
          { kind: 'same', text: ' minutes.' },
        ],
      },
    ]);
  });

  it('tells sections that came and went', () => {
    const next = OLD.replace('## Impact\n\nNobody noticed.', '## Timeline\n\n- 10:00 it broke');
    expect(diffDocuments(OLD, next).map(({ heading, kind }) => [heading, kind])).toEqual([
      ['Post-Mortem: Outage', 'same'],
      ['Summary', 'same'],
      ['Impact', 'removed'],
      ['Timeline', 'added'],
    ]);
  });

  it('shows a line that became another one as two', () => {
    const next = OLD.replace('Nobody noticed.', 'Three customers wrote to us.');
    expect(diffDocuments(OLD, next)[2]?.lines.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('takes a changed title for the title, and headings in code for text', () => {
    expect(diffDocuments('# A\n', '# B\n').map(({ kind }) => kind)).toEqual(['changed']);
    expect(diffDocuments('```\n# no\n## heading\n```\n', '```\n# no\n## heading\n```\n')).toHaveLength(1);
  });

  it('shows the first revision as added', () => {
    expect(diffDocuments('', OLD).every(({ kind }) => kind === 'added')).toBe(true);
  });
});
