import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { ObservedRequest } from '../http/create-app.ts';
import type { LiveMetrics } from '../live/index.ts';

/** Numbers that are read when somebody asks. */
export interface Gauges {
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly live: () => {
    readonly documents: number;
    readonly connections: number;
    readonly failedSaves: number;
    readonly unsaved: number;
    readonly failing: number;
  };
}

/** What `/metrics` tells. */
export interface Metrics {
  observe(request: ObservedRequest): void;
  readonly live: LiveMetrics;
  /** Everything in the text format of Prometheus. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** From what a database answers at once to what somebody notices. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Makes the metrics of one server; two servers in one process do not share any. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'nevertwice_http_request_seconds',
    help: 'Time to answer, by operation and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  });
  addGauges(registers, gauges);
  return {
    live: liveMetrics(registers),
    observe: ({ method, milliseconds, route, status }) => {
      seconds.observe({ route: route ?? 'other', method, status }, milliseconds / 1000);
    },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function liveMetrics(registers: Registry[]): LiveMetrics {
  const saves = new Histogram({
    name: 'nevertwice_live_save_seconds',
    help: 'Time to save an open document, by result.',
    labelNames: ['result'],
    buckets: SECONDS,
    registers,
  });
  const refused = new Counter({
    name: 'nevertwice_live_refused_total',
    help: 'Editors that were turned away, by reason.',
    labelNames: ['reason'],
    registers,
  });
  return {
    saved: (result, seconds) => saves.observe({ result }, seconds),
    refused: (reason) => refused.inc({ reason }),
  };
}

function addGauges(registers: Registry[], { live, pool }: Gauges): void {
  const add = (name: string, help: string, read: () => number): void => {
    const gauge: Gauge = new Gauge({ name: `nevertwice_${name}`, help, registers, collect: () => gauge.set(read()) });
  };
  add('database_connections', 'Connections to the database.', () => pool().total);
  add('database_connections_idle', 'Connections that nobody uses.', () => pool().idle);
  add('database_connections_waiting', 'Queries that wait for a connection.', () => pool().waiting);
  add('live_documents', 'Documents open in editors.', () => live().documents);
  add('live_connections', 'Editors that are connected.', () => live().connections);
  add('live_unsaved', 'Open documents with changes that are not saved yet.', () => live().unsaved);
  add('live_failing', 'Open documents whose last attempt to save failed.', () => live().failing);
  const failed = new Counter({
    name: 'nevertwice_live_failed_saves_total',
    help: 'Saves of open documents that failed and are tried again.',
    registers,
    collect: () => {
      failed.reset();
      failed.inc(live().failedSaves);
    },
  });
}
