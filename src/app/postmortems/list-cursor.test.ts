import { describe, expect, it } from 'vitest';

import { readCursor, writeCursor } from './list-cursor.ts';

describe('cursors', () => {
  it('give the place back', () => {
    const place = ['2026-02-23 08:15:00.123+00', '00000000-0000-7000-8000-000000000000'];
    const cursor = writeCursor('incident', place);
    expect(cursor).toMatch(/^[\w-]+$/u);
    expect(readCursor(cursor, 'incident', ['instant', 'uuid'])).toEqual(place);
    expect(readCursor(undefined, 'incident', ['instant', 'uuid'])).toBeUndefined();
  });

  it.each([
    ['of another list', writeCursor('title', ['a', '00000000-0000-7000-8000-000000000000'])],
    ['with too little', writeCursor('incident', ['2026-02-23 08:15:00+00'])],
    ['with something else', writeCursor('incident', ["'; drop table", '00000000-0000-7000-8000-000000000000'])],
    ['that is none', 'abc'],
    ['that is JSON of something else', Buffer.from('{}').toString('base64url')],
    ['that is empty', ''],
  ])('%s are refused', (_name, cursor) => {
    expect(() => readCursor(cursor, 'incident', ['instant', 'uuid'])).toThrow('is no place in this list');
  });
});
