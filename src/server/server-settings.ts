import type { RateLimits } from './http/index.ts';
import type { LogLevel } from './operation/index.ts';
import type { OidcSettings } from './auth/index.ts';

/** Everything a server can be told. */
export interface ServerSettings {
  /** Of the program, as the API tells it. */
  readonly version: string;
  /** Where everything is kept; made if missing. */
  readonly dataDirectory: string;
  /** `postgresql://…` of a server that somebody else runs; absent: the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Address to listen on; this machine only if absent. */
  readonly host?: string | undefined;
  /** Port to listen on; 4680 if absent, or the next that is free. */
  readonly port?: number | undefined;
  /** Origin that people use where a proxy stands in front, `https://postmortems.example.com`. */
  readonly publicUrl?: string | undefined;
  /** How many proxies of our own stand in front; 0 if absent. */
  readonly trustProxy?: number | undefined;
  readonly oidc?: OidcSettings | undefined;
  readonly logLevel?: LogLevel | undefined;
  /** Takes the lines of the log, each a JSON object; standard output if absent. */
  readonly writeLog?: ((line: string) => void) | undefined;
  /** Opens `/metrics` to whoever sends it as bearer token; without it only this machine may read them. */
  readonly metricsToken?: string | undefined;
  /** How often one may call; for benchmarks and tests. */
  readonly rateLimits?: RateLimits | undefined;
  /** The built web application; the one of this package if absent. */
  readonly webDirectory?: string | undefined;
  /** Checks every answer against the contract: for tests. */
  readonly checkAnswers?: boolean | undefined;
}

/** A server that answers. */
export interface RunningServer {
  /** Where it answers: the public address if there is one. */
  readonly url: string;
  /** Where it listens, for this machine. */
  readonly localUrl: string;
  /** Link that makes the first administrator; absent once there is one. */
  readonly firstRunLink?: string;
  /**
   * Takes no more requests, stores what is open, lets running requests end for as long as the deadline (10 s) allows, closes
   * everything. Called again, it only shortens the deadline.
   */
  stop(deadlineMs?: number): Promise<void>;
}
