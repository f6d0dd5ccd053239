import { describe, expect, it } from 'vitest';

import { readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it.each([
    [{}, undefined],
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '' }, undefined],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, undefined],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, false],
  ])('wishes for colours under %j: %s', (env, colour) => {
    expect(readEnvironment(env).colour).toBe(colour);
  });

  it('knows continuous integration and a width that was asked for', () => {
    expect(readEnvironment({ CI: 'true', COLUMNS: '72' })).toMatchObject({ ci: true, columns: 72 });
    expect(readEnvironment({ CI: 'false', COLUMNS: 'wide' })).toMatchObject({ ci: false, columns: undefined });
  });
});
