import { resolve } from 'node:path';

import type { ServerSettings } from '#server';
import { refuse } from '#core/errors';
import { type Role, ROLES } from '#core/workflow';

import type { ServerEnvironment } from '../environment.ts';

/** Options of `nevertwice serve`. */
export interface ServeOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
  readonly publicUrl?: string;
  readonly trustProxy?: string;
  readonly logLevel?: string;
  /** False for `--no-open`. */
  readonly open?: boolean;
}

/** What the process itself knows. */
export interface ServeSurroundings {
  readonly environment: ServerEnvironment;
  readonly defaultData: string;
  readonly defaultLogLevel: LogLevel;
  readonly version: string;
}

type LogLevel = NonNullable<ServerSettings['logLevel']>;
type Oidc = NonNullable<ServerSettings['oidc']>;

const LOG_LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];
const HIGHEST_PORT = 65_535;
const MOST_PROXIES = 10;

/** Settings of the server: an option wins over the environment, the environment over the default. Refuses what is none. */
export function serveSettings(options: ServeOptions, around: ServeSurroundings): ServerSettings {
  const { environment } = around;
  return {
    version: around.version,
    dataDirectory: resolve(options.data ?? environment.data ?? around.defaultData),
    databaseUrl: environment.databaseUrl,
    host: options.host ?? environment.host,
    port: wholeNumber('--port', options.port ?? environment.port, HIGHEST_PORT),
    publicUrl: publicUrl(options.publicUrl ?? environment.publicUrl),
    trustProxy: wholeNumber('--trust-proxy', options.trustProxy ?? environment.trustProxy, MOST_PROXIES),
    logLevel: logLevel(options.logLevel ?? environment.logLevel) ?? around.defaultLogLevel,
    metricsToken: environment.metricsToken,
    oidc: oidc(environment),
  };
}

function wholeNumber(option: string, value: string | undefined, highest: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,5}$/u.test(value) && Number(value) <= highest) return Number(value);
  return refuse('option-invalid', { option, value, expected: `a number from 0 to ${highest}` });
}

function publicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url !== null && /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  const expected = 'an address without a path, as https://postmortems.example.com';
  return refuse('option-invalid', { option: '--public-url', value, expected });
}

function logLevel(value: string | undefined): LogLevel | undefined {
  const level = LOG_LEVELS.find((each) => each === value);
  if (value === undefined || level !== undefined) return level;
  return refuse('option-invalid', { option: '--log-level', value, expected: `one of ${LOG_LEVELS.join(', ')}` });
}

/** Sign-in by OpenID Connect, where an issuer is named. */
function oidc(environment: ServerEnvironment): Oidc | undefined {
  const { oidcAllowedDomains, oidcClientId, oidcClientSecret, oidcIssuer, oidcName } = environment;
  if (oidcIssuer === undefined) return undefined;
  if (oidcClientId === undefined) {
    const expected = 'the id that the provider gave this server, beside NEVERTWICE_OIDC_ISSUER';
    return refuse('option-invalid', { option: 'NEVERTWICE_OIDC_CLIENT_ID', value: '', expected });
  }
  return {
    issuer: oidcIssuer,
    clientId: oidcClientId,
    name: oidcName ?? new URL(oidcIssuer).hostname,
    defaultRole: defaultRole(environment.oidcDefaultRole),
    ...(oidcClientSecret !== undefined && { clientSecret: oidcClientSecret }),
    ...(oidcAllowedDomains !== undefined && { allowedDomains: oidcAllowedDomains.split(/[\s,]+/u).filter(Boolean) }),
  };
}

function defaultRole(value = 'reader'): Role {
  const role = ROLES.find((each) => each === value);
  if (role !== undefined) return role;
  const expected = `one of ${ROLES.join(', ')}`;
  return refuse('option-invalid', { option: 'NEVERTWICE_OIDC_DEFAULT_ROLE', value, expected });
}
