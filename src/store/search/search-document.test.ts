import { describe, expect, it } from 'vitest';

import { searchDocument } from './search-document.ts';

const labels = {
  workspaceId: 'w',
  sortedAt: '2026-02-23T12:00:00.000Z',
  status: 'draft',
  severity: null,
  services: [],
  teams: [],
  tags: ["o'brien\\x"],
};
const texts = { title: 'Pool', gist: ['pools'], sections: [], details: ['pool'] };

describe('the words of a post-mortem', () => {
  it('have places and weights, stems have none, labels come along', () => {
    expect(searchDocument(texts, labels).split(' ')).toEqual([
      "'pool':1A,19",
      "'^pool'",
      "'pools':10B",
      "'~pool'",
      "'=workspace:w'",
      "'=month:2026-02'",
      "'=status:draft'",
      String.raw`'=tag:o''brien\\x'`,
    ]);
  });

  it('stay below what the database takes, however long a document is', () => {
    const details = Array.from({ length: 200_000 }, (_, index) => `word${index}`);
    const document = searchDocument({ ...texts, details }, labels);
    expect(Buffer.byteLength(document)).toBeLessThan(1_048_575);
    const often = searchDocument({ ...texts, details: Array.from({ length: 20_000 }, () => 'again') }, labels);
    expect(often).toContain("'again':");
    expect(often.length).toBeLessThan(2000);
  });
});
