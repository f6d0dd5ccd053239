import { describe, expect, it } from 'vitest';

import { dataDirectory } from './data-directory.ts';

const nothing = { home: '/home/ada', xdgDataHome: undefined, localAppData: undefined };

describe('dataDirectory', () => {
  it('follows the convention of the system', () => {
    expect(dataDirectory({ ...nothing, platform: 'linux' })).toBe('/home/ada/.local/share/nevertwice');
    expect(dataDirectory({ ...nothing, platform: 'linux', xdgDataHome: '/data' })).toBe('/data/nevertwice');
    expect(dataDirectory({ ...nothing, platform: 'darwin' })).toBe('/home/ada/Library/Application Support/nevertwice');
    expect(dataDirectory({ ...nothing, platform: 'win32', localAppData: '/local' })).toBe('/local/nevertwice');
  });
});
