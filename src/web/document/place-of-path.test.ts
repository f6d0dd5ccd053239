import { describe, expect, it } from 'vitest';

import { placeOfPath } from './place-of-path.ts';

describe('the place of a finding', () => {
  it('is the section that shows its path, down to the cells of lists', () => {
    expect(placeOfPath('actions.3.owner')).toBe('actions');
    expect(placeOfPath('actions[3].owner')).toBe('actions');
    expect(placeOfPath('rootCause.trigger')).toBe('root-cause');
    expect(placeOfPath('summary')).toBe('summary');
    expect(placeOfPath('title')).toBe('head');
    expect(placeOfPath('roles')).toBe('people');
  });

  it('is nowhere for a path that no section shows', () => {
    expect(placeOfPath('nonsense')).toBeUndefined();
  });
});
