import { describe, expect, it } from 'vitest';

import { readServerEnvironment } from '../environment.ts';
import { serveSettings } from './serve-settings.ts';

function settings(options: Parameters<typeof serveSettings>[0], env: Record<string, string> = {}) {
  const environment = readServerEnvironment(env);
  return serveSettings(options, { environment, defaultData: '/data', defaultLogLevel: 'info', version: '1.0.0' });
}

describe('serveSettings', () => {
  it('needs nothing', () => {
    expect(settings({})).toMatchObject({ dataDirectory: '/data', logLevel: 'info', port: undefined, oidc: undefined });
  });

  it('takes an option before the environment', () => {
    const env = {
      NEVERTWICE_PORT: '5000',
      NEVERTWICE_HOST: '0.0.0.0',
      NEVERTWICE_DATA: '/env',
      DATABASE_URL: 'postgresql://db',
    };
    expect(settings({ port: '6000' }, env)).toMatchObject({
      port: 6000,
      host: '0.0.0.0',
      dataDirectory: '/env',
      databaseUrl: 'postgresql://db',
    });
  });

  it('counts an empty variable as absent', () => {
    expect(settings({}, { DATABASE_URL: '', NEVERTWICE_PORT: '' })).toMatchObject({ databaseUrl: undefined });
  });

  it('keeps of a public address what a browser calls its origin', () => {
    expect(settings({ publicUrl: 'https://pm.example.com/' }).publicUrl).toBe('https://pm.example.com');
  });

  it.each([
    [{ port: '80x' }, '--port does not understand "80x": it takes a number from 0 to 65535.'],
    [{ port: '70000' }, '--port does not understand "70000"'],
    [{ trustProxy: '-1' }, '--trust-proxy does not understand "-1"'],
    [{ publicUrl: 'pm.example.com' }, '--public-url does not understand "pm.example.com"'],
    [{ publicUrl: 'https://example.com/pm' }, 'an address without a path'],
    [{ logLevel: 'loud' }, '--log-level does not understand "loud"'],
  ])('refuses %j', (options, message) => {
    expect(() => settings(options)).toThrow(message);
  });

  it('takes a provider to sign in with, and says what is missing of it', () => {
    const issuer = { NEVERTWICE_OIDC_ISSUER: 'https://accounts.example.com' };
    expect(
      settings({}, { ...issuer, NEVERTWICE_OIDC_CLIENT_ID: 'id', NEVERTWICE_OIDC_ALLOWED_DOMAINS: 'a.com, b.com' })
        .oidc,
    ).toEqual({
      issuer: 'https://accounts.example.com',
      clientId: 'id',
      name: 'accounts.example.com',
      defaultRole: 'reader',
      allowedDomains: ['a.com', 'b.com'],
    });
    expect(() => settings({}, issuer)).toThrow('NEVERTWICE_OIDC_CLIENT_ID');
    const wrongRole = { ...issuer, NEVERTWICE_OIDC_CLIENT_ID: 'id', NEVERTWICE_OIDC_DEFAULT_ROLE: 'king' };
    expect(() => settings({}, wrongRole)).toThrow('NEVERTWICE_OIDC_DEFAULT_ROLE does not understand "king"');
  });
});
