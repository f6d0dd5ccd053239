/** What the surroundings tell the command line; the only place that reads environment variables. */
export interface Environment {
  /** False under NO_COLOR or TERM=dumb; true under FORCE_COLOR; undefined leaves it to the terminal. */
  readonly colour: boolean | undefined;
  /** True in continuous integration: nobody is there to be asked. */
  readonly ci: boolean;
  /** Width asked for by COLUMNS, where output goes to no terminal. */
  readonly columns: number | undefined;
}

/** Reads the environment. `NO_COLOR` wins over `FORCE_COLOR` (https://no-color.org). */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const columns = Number(env['COLUMNS']);
  return {
    colour: colourWish(env),
    ci: isOn(env['CI']),
    columns: Number.isInteger(columns) && columns > 0 ? columns : undefined,
  };
}

/** What the surroundings tell `nevertwice serve`, as it is written; an empty value counts as absent. */
export interface ServerEnvironment {
  readonly databaseUrl: string | undefined;
  readonly data: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustProxy: string | undefined;
  readonly logLevel: string | undefined;
  readonly metricsToken: string | undefined;
  readonly oidcIssuer: string | undefined;
  readonly oidcClientId: string | undefined;
  readonly oidcClientSecret: string | undefined;
  readonly oidcName: string | undefined;
  readonly oidcAllowedDomains: string | undefined;
  readonly oidcDefaultRole: string | undefined;
  /** Base directories of the operating system for the data of programs. */
  readonly xdgDataHome: string | undefined;
  readonly localAppData: string | undefined;
}

/** Variables that `nevertwice serve` reads, by setting. */
const SERVER_VARIABLES: Readonly<Record<keyof ServerEnvironment, string>> = {
  databaseUrl: 'DATABASE_URL',
  data: 'NEVERTWICE_DATA',
  host: 'NEVERTWICE_HOST',
  port: 'NEVERTWICE_PORT',
  publicUrl: 'NEVERTWICE_PUBLIC_URL',
  trustProxy: 'NEVERTWICE_TRUST_PROXY',
  logLevel: 'NEVERTWICE_LOG_LEVEL',
  metricsToken: 'NEVERTWICE_METRICS_TOKEN',
  oidcIssuer: 'NEVERTWICE_OIDC_ISSUER',
  oidcClientId: 'NEVERTWICE_OIDC_CLIENT_ID',
  oidcClientSecret: 'NEVERTWICE_OIDC_CLIENT_SECRET',
  oidcName: 'NEVERTWICE_OIDC_NAME',
  oidcAllowedDomains: 'NEVERTWICE_OIDC_ALLOWED_DOMAINS',
  oidcDefaultRole: 'NEVERTWICE_OIDC_DEFAULT_ROLE',
  xdgDataHome: 'XDG_DATA_HOME',
  localAppData: 'LOCALAPPDATA',
};

/** Reads what `nevertwice serve` is told by the environment. */
export function readServerEnvironment(env: NodeJS.ProcessEnv = process.env): ServerEnvironment {
  const values = Object.entries(SERVER_VARIABLES).map(([name, variable]) => [name, env[variable] || undefined]);
  return Object.fromEntries(values) as ServerEnvironment;
}

/** What the surroundings tell the commands that speak with a server; an empty value counts as absent. */
export interface ClientEnvironment {
  /** Address of the server. */
  readonly server: string | undefined;
  /** API token for it. */
  readonly token: string | undefined;
  /** Base directories of the operating system for the settings of programs. */
  readonly xdgConfigHome: string | undefined;
  readonly appData: string | undefined;
}

/** Reads what the commands that speak with a server are told by the environment. */
export function readClientEnvironment(env: NodeJS.ProcessEnv = process.env): ClientEnvironment {
  return {
    server: env['NEVERTWICE_SERVER'] || undefined,
    token: env['NEVERTWICE_TOKEN'] || undefined,
    xdgConfigHome: env['XDG_CONFIG_HOME'] || undefined,
    appData: env['APPDATA'] || undefined,
  };
}

/** Base directories of the operating system for what programs may forget. */
export interface CacheEnvironment {
  readonly xdgCacheHome: string | undefined;
  readonly localAppData: string | undefined;
}

/** What the surroundings tell the commands that keep something between runs. */
export function readCacheEnvironment(env: NodeJS.ProcessEnv = process.env): CacheEnvironment {
  return { xdgCacheHome: env['XDG_CACHE_HOME'] || undefined, localAppData: env['LOCALAPPDATA'] || undefined };
}

function colourWish(env: NodeJS.ProcessEnv): boolean | undefined {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['TERM'] === 'dumb') return false;
  return isOn(env['FORCE_COLOR']) ? true : undefined;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
