import { once } from 'node:events';

import { type Kysely, sql } from 'kysely';

import type { AppContext } from '#app/context';
import { stopWritingDocuments, writeDocumentsSoon } from '#app/postmortems';
import { ROUTE_PATHS } from '#contract/client';
import { CHANGE_CHANNEL, confidentialityOf, sendNotifications } from '#store/changes';
import { type Database, isConnectionLost, openDatabase } from '#store/connection';
import { idempotencyKeys } from '#store/idempotency';
import { migrate } from '#store/migrations';
import type { Tables } from '#store/tables';

import { AUTH_ROUTES, authenticate, authRoutes, firstRunLink, requireCsrf } from './auth/index.ts';
import {
  type ChangeStreamPorts,
  createChangeFeed,
  databaseListener,
  mountChanges,
  type OpenStreams,
} from './changes/index.ts';
import {
  type Admit,
  admitRequests,
  API_PREFIX,
  createApp,
  createIdempotency,
  createRateLimiter,
  DEFAULT_RATE_LIMITS,
  limitStrangers,
  listen,
  type Listening,
} from './http/index.ts';
import type { Live } from './live/index.ts';
import { newId } from './new-id.ts';
import { openLive } from './open-live.ts';
import {
  createLog,
  createMetrics,
  logRequest,
  type Metrics,
  restMemory,
  mountOperation,
  type ServerLog,
  traceUseCase,
} from './operation/index.ts';
import { mountReference } from './openapi/index.ts';
import type { RunningServer, ServerSettings } from './server-settings.ts';
import { type Stopping, stoppable } from './stoppable.ts';
import { USE_CASES } from './use-cases.ts';
import { mountWeb } from './web-files/index.ts';
import { builtWebDirectory, localUrl } from './where.ts';

const HOST = '127.0.0.1';
const HOUR_MS = 3_600_000;
/** How long a database may take to say that it is there. */
const READY_MS = 2000;

/** What one server is made of, before it answers. */
interface Parts {
  readonly settings: ServerSettings;
  readonly url: string;
  readonly database: Database;
  readonly log: ServerLog;
  readonly stopping: Stopping;
}

/**
 * Starts everything: database, migrations, API, live editing, pages. The only place that puts real parts together. Refuses
 * with a sentence where the address, the data directory or the database cannot be had.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const log = createLog(settings.logLevel ?? 'info', settings.writeLog);
  const stopping = stoppable(log);
  try {
    const listening = await listen({ host: settings.host ?? HOST, port: settings.port });
    stopping.add('address', (hurry) => listening.stop(hurry));
    const local = localUrl(listening.host, listening.port);
    const url = settings.publicUrl ?? local;
    const database = await openMigrated(settings, log, stopping);
    const parts: Parts = { settings, url, database, log, stopping };
    const running = openContext(parts);
    serve(parts, running, listening);
    stopping.add('documents', () => stopWritingDocuments(running.context));
    writeDocumentsSoon(running.context);
    const link = await firstRunLink(running.context, url);
    return {
      url,
      localUrl: local,
      stop: (deadlineMs) => stopping.stop(deadlineMs),
      ...(link !== undefined && { firstRunLink: link }),
    };
  } catch (error) {
    await stopping.stop(0);
    throw error;
  }
}

async function openMigrated(settings: ServerSettings, log: ServerLog, stopping: Stopping): Promise<Database> {
  const { dataDirectory, databaseUrl } = settings;
  const database = await openDatabase({
    dataDirectory,
    ...(databaseUrl !== undefined && { databaseUrl }),
    log: (line) => log.info({ part: 'database' }, line),
  });
  stopping.add('database', () => database.close());
  await migrate(database.db);
  return database;
}

/** What use cases run in, with the live documents that need it in turn. */
interface Running {
  readonly context: AppContext;
  readonly changes: ReturnType<typeof createChangeFeed>;
  readonly live: Live;
  readonly metrics: Metrics;
}

function openContext({ database, log, stopping, url }: Parts): Running {
  const changes = createChangeFeed({
    openListener: databaseListener(database.url, CHANGE_CHANNEL, log),
    notify: (payloads) => sendNotifications(database.db, payloads),
    log,
  });
  stopping.add('changes', () => changes.stop());
  const metrics = createMetrics({ pool: () => poolNumbers(database), live: () => live.status() });
  const context: AppContext = {
    db: tablesOf(database),
    now: () => new Date().toISOString(),
    newId,
    get live() {
      return live;
    },
    changes,
    log,
    publicUrl: () => url,
  };
  const live = openLive(context, metrics.live, url);
  // What another process stored, or this one while nobody had the document open, reaches whoever has it open by now.
  changes.subscribeAll(({ id: postmortemId, revision, type, workspaceId }) => {
    if (type !== 'postmortem' || revision === null) return;
    live.noticeRevision({ workspaceId, postmortemId }, revision).catch((error: unknown) => {
      log.warn({ err: error, postmortemId }, 'An open document did not take in what was stored.');
    });
  });
  changes.onGap(() => {
    live.recheckAccess({}).catch((error: unknown) => {
      log.warn({ err: error }, 'Who has documents open was not looked at again.');
    });
  });
  return { context, changes, live, metrics };
}

/** The tables are there once the migrations have run. */
function tablesOf({ db }: Database): Kysely<Tables> {
  return db;
}

function serve(parts: Parts, running: Running, listening: Listening): void {
  const { log, settings, stopping, url } = parts;
  const { context, live, metrics } = running;
  const limits = settings.rateLimits ?? DEFAULT_RATE_LIMITS;
  const take = createRateLimiter(() => performance.now());
  const authenticator = { authenticate: (headers: Headers) => authenticate(context, { headers }), requireCsrf };
  const admit = admitRequests(authenticator, take, limits);
  const { metricsToken, oidc, version } = settings;
  const rest = restMemory();
  stopping.add('rest', async () => rest.stop());
  const authSettings = { publicUrl: () => url, version, ...(oidc && { oidc }) };
  const app = createApp({
    context,
    admit,
    trace: traceUseCase,
    idempotency: createIdempotency(openKeys(parts)),
    checkAnswers: settings.checkAnswers ?? false,
    useCases: USE_CASES,
    settings: { publicUrl: url, trustProxy: settings.trustProxy ?? 0 },
    observe: (request) => {
      rest.note();
      metrics.observe(request);
      logRequest(log, request);
    },
    isDatabaseAway: isConnectionLost,
    log,
    before: [
      (hono) => mountOperation(hono, { metrics, notReady: () => notReady(parts, live), metricsToken }),
      (hono) => limitStrangers(hono, AUTH_PATHS, { take, limits }),
      (hono) => hono.route('/', authRoutes(context, authSettings)),
      (hono) => {
        const streams = mountChanges(hono, changePorts(running, admit));
        stopping.add('requests', (hurry) => endRequests({ listening, live, streams }, hurry));
      },
    ],
    after: [
      (hono) => mountReference(hono, { version, url }),
      (hono) => mountWeb(hono, { directory: settings.webDirectory ?? builtWebDirectory(), publicUrl: url }),
    ],
  });
  listening.serve(app, (request, socket, head) => live.handleUpgrade(request, socket, head));
}

function changePorts({ changes, context }: Running, admit: Admit): ChangeStreamPorts {
  return {
    feed: changes,
    admit,
    now: context.now,
    confidentialityOf: (workspaceId, ids) => confidentialityOf(context.db, workspaceId, ids),
  };
}

/** Editors store what they have, streams end, requests come to their end. */
async function endRequests(
  open: { readonly listening: Listening; readonly live: Live; readonly streams: OpenStreams },
  hurry: AbortSignal,
): Promise<void> {
  const ended = open.listening.stop(hurry);
  open.streams.closeAll();
  const hurried = once(hurry, 'abort');
  await (hurry.aborted ? open.live.stop(0) : Promise.race([open.live.stop(), hurried]));
  await ended;
}

const AUTH_PATHS = [...new Set(AUTH_ROUTES.map((id) => `${API_PREFIX}${ROUTE_PATHS[id][1]}`))];

function poolNumbers({ pool }: Database): { total: number; idle: number; waiting: number } {
  return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

/** Keys of repeated creates, and every hour a look for those that are too old. */
function openKeys({ database, log, stopping }: Parts): ReturnType<typeof idempotencyKeys> {
  const keys = idempotencyKeys(tablesOf(database), () => new Date().toISOString());
  const forget = (): void => {
    keys.forgetOld().catch((error: unknown) => log.warn({ err: error }, 'Old idempotency keys were not forgotten.'));
  };
  const timer = setInterval(forget, HOUR_MS).unref();
  stopping.add('keys', async () => clearInterval(timer));
  return keys;
}

/** Why requests should go elsewhere for now. */
async function notReady({ database, stopping }: Parts, live: Live): Promise<string[]> {
  const reasons = stopping.isStopping() ? ['The server is stopping.'] : [];
  const { failing } = live.status();
  if (failing > 0) reasons.push(`Changes of ${failing} open documents cannot be stored.`);
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), READY_MS).unref();
  });
  const answer = sql`select 1`.execute(database.db).then(
    () => true,
    () => false,
  );
  const isThere = await Promise.race([answer, late]);
  return isThere ? reasons : [...reasons, 'The database does not answer.'];
}
