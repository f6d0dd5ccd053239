import { describe, expect, it } from 'vitest';

import { parseSearch, stringifySearch } from './search-string.ts';

describe('the query string of a page', () => {
  it('repeats the name of a list, as the API does', () => {
    expect(stringifySearch({ status: ['draft', 'closed'], q: 'dns & more', severity: [1] })).toBe(
      '?status=draft&status=closed&q=dns+%26+more&severity=1',
    );
  });

  it('reads what it wrote', () => {
    const values = { status: ['draft', 'closed'], q: 'dns & more' };
    expect(parseSearch(stringifySearch(values))).toEqual(values);
  });

  it('leaves out what has no value', () => {
    expect(stringifySearch({ q: '', tag: [], team: undefined })).toBe('');
  });
});
