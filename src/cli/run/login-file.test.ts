import { describe, expect, it } from 'vitest';

import { loginFile } from './login-file.ts';

const nowhere = { xdgConfigHome: undefined, appData: undefined, home: '/home/ada' };

describe('the file of logins', () => {
  it.each([
    [{ ...nowhere, platform: 'linux' }, '/home/ada/.config/nevertwice/logins.json'],
    [{ ...nowhere, platform: 'linux', xdgConfigHome: '/etc/ada' }, '/etc/ada/nevertwice/logins.json'],
    [{ ...nowhere, platform: 'darwin' }, '/home/ada/Library/Application Support/nevertwice/logins.json'],
    [{ ...nowhere, platform: 'win32' }, '/home/ada/AppData/Roaming/nevertwice/logins.json'],
    [{ ...nowhere, platform: 'win32', appData: '/roaming' }, '/roaming/nevertwice/logins.json'],
  ] as const)('is where the system keeps settings: %j', (place, file) => {
    expect(loginFile(place)).toBe(file);
  });
});
