import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { newId } from './new-id.ts';

describe('newId', () => {
  it('makes UUIDs of version 7 that sort by their time', () => {
    const before = newId();
    const later = Date.now() + 2;
    while (Date.now() < later);
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => id > before)).toBe(true);
  });
});
