import { describe, expect, it } from 'vitest';

import type { EvidenceEvent, EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { logFormats } from './log-formats.ts';
import { LOG_LAYOUTS } from './layouts.data.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

function sampleOf(text: string): Sample {
  const lines = text.split(/\r*\n/u).filter((line) => line.trim() !== '');
  return { file: 'a.log', head: text.slice(0, 65_536), lines: lines.slice(0, 200), json: undefined, jsonLines: [] };
}

function bestFormat(text: string): Format {
  const sample = sampleOf(text);
  const scored = logFormats
    .map((format) => ({ format, score: format.recognise(sample) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined || best.score === 0) throw new Error(`No log format recognises ${text.slice(0, 80)}`);
  return best.format;
}

function evidence(text: string, options: Partial<EvidenceText> = {}): EvidenceText {
  return {
    file: 'shop.log',
    evidence: 'e'.repeat(64),
    text,
    encoding: 'utf-8',
    bomBytes: 0,
    modified: '2026-12-30T00:00:00Z',
    ...options,
  };
}

function read(text: string): Reading {
  return bestFormat(text).read(evidence(text), context);
}

function only(text: string): EvidenceEvent {
  const { events } = read(text);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

describe('layouts', () => {
  for (const layout of LOG_LAYOUTS) {
    it.each(layout.samples)(`${layout.id} reads its sample $line`, (sample) => {
      expect(bestFormat(sample.line).id).toBe(layout.id);
      const event = only(sample.line);
      expect(event.at.instant).toBe(sample.at);
      expect(event.text).toBe(sample.text);
      expect(event.level).toBe(sample.level);
      expect(event.service).toBe(sample.service ?? 'shop');
      expect(event.source.format).toBe(layout.id);
    });
  }
});

/** Lines of programs that have no layout of their own: at, level, service, text. */
const PROGRAMS: readonly (readonly [string, string, string, string | undefined, string, string])[] = [
  [
    'Python logging',
    '2024-01-01 12:00:00,123 - myapp.module - ERROR - division failed',
    '2024-01-01T12:00:00.123Z',
    'error',
    'shop',
    'division failed',
  ],
  [
    'Spring Boot',
    '2024-01-01T12:00:00.123+01:00  INFO 12345 --- [app] [           main] c.e.CheckoutApplication         : Started in 2.5 seconds',
    '2024-01-01T11:00:00.123Z',
    'info',
    'shop',
    'Started in 2.5 seconds',
  ],
  [
    'Logback',
    '2026-02-23 08:15:30.123 [http-nio-8080-exec-5] ERROR c.a.b.PaymentService - Payment failed for order 12',
    '2026-02-23T08:15:30.123Z',
    'error',
    'shop',
    'Payment failed for order 12',
  ],
  [
    'Serilog',
    '2024-01-01 12:00:00.123 +00:00 [INF] Request starting',
    '2024-01-01T12:00:00.123Z',
    'info',
    'shop',
    'Request starting',
  ],
  [
    'NLog',
    '2026-02-23 08:15:30.123|WARN|Microsoft.AspNetCore.Server.Kestrel|slow',
    '2026-02-23T08:15:30.123Z',
    'warning',
    'shop',
    'slow',
  ],
  ['Go log', '2009/11/10 23:00:00 listening on :8080', '2009-11-10T23:00:00Z', undefined, 'shop', 'listening on :8080'],
  [
    'Rust env_logger',
    '[2024-01-01T00:00:00Z INFO  my_crate::pool] pool size 10',
    '2024-01-01T00:00:00Z',
    'info',
    'shop',
    'pool size 10',
  ],
  [
    'Rust tracing',
    '2024-01-01T00:00:00.000000Z  WARN my_crate::pool: slow acquire',
    '2024-01-01T00:00:00Z',
    'warning',
    'shop',
    'slow acquire',
  ],
  [
    'zap console',
    '2024-01-01T00:00:00.000Z\tERROR\tpkg/file.go:12\tcannot connect',
    '2024-01-01T00:00:00Z',
    'error',
    'shop',
    'cannot connect',
  ],
  [
    'zerolog console',
    '2026-02-23T08:15:30Z INF starting service=api',
    '2026-02-23T08:15:30Z',
    'info',
    'shop',
    'starting service=api',
  ],
  [
    'Elasticsearch',
    '[2024-01-01T00:00:00,000][WARN ][o.e.x.Y                  ] [node-1] high disk watermark',
    '2024-01-01T00:00:00Z',
    'warning',
    'shop',
    '[node-1] high disk watermark',
  ],
  [
    'Cassandra',
    'INFO  [main] 2024-01-01 00:00:00,000 CassandraDaemon.java:123 - Hostname: localhost',
    '2024-01-01T00:00:00Z',
    'info',
    'shop',
    'Hostname: localhost',
  ],
  [
    'Ruby',
    'I, [2024-01-01T00:00:00.123456 #1234]  INFO -- : Started GET "/"',
    '2024-01-01T00:00:00.123Z',
    'info',
    'shop',
    'Started GET "/"',
  ],
  [
    'Blue Gene/L',
    '- 1117838570 2005.06.03 R02-M1-N0-C:J12-U11 2005-06-03-15.42.50.363779 R02-M1-N0-C:J12-U11 RAS KERNEL INFO instruction cache parity error corrected',
    '2005-06-03T15:42:50.363Z',
    'info',
    'shop',
    'instruction cache parity error corrected',
  ],
  [
    'cluster syslog with an epoch',
    '- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond(pam_unix)[2915]: session closed for user root',
    '2005-11-09T20:01:01Z',
    undefined,
    'crond',
    'session closed for user root',
  ],
  [
    'HealthApp',
    '20171223-22:15:29:606|Step_LSC|30002312|onStandStepChanged 3579',
    '2017-12-23T22:15:29.606Z',
    undefined,
    'shop',
    'Step_LSC|30002312|onStandStepChanged 3579',
  ],
  [
    'Windows servicing',
    '2016-09-28 04:30:30, Info                  CBS    Loaded Servicing Stack',
    '2016-09-28T04:30:30Z',
    'info',
    'shop',
    'CBS Loaded Servicing Stack',
  ],
  [
    'Android',
    '03-17 16:13:38.811  1702  2395 D WindowManager: printFreezing',
    '2026-03-17T16:13:38.811Z',
    'debug',
    'shop',
    'printFreezing',
  ],
  [
    'OpenStack',
    'nova-api.log.1.2017-05-16_13:53:08 2017-05-16 00:00:00.008 25746 INFO nova.osapi_compute.wsgi.server [req-1 - - -] done',
    '2017-05-16T00:00:00.008Z',
    'info',
    'shop',
    '[req-1 - - -] done',
  ],
  [
    'docker compose',
    'web-1  | 2024-01-01T00:00:00Z ERROR upstream timed out',
    '2024-01-01T00:00:00Z',
    'error',
    'web-1',
    'upstream timed out',
  ],
  [
    'kubectl logs --prefix',
    '[pod/web-abc-12/app] 2024-01-01T00:00:00.000000000Z GET /health',
    '2024-01-01T00:00:00Z',
    undefined,
    'app',
    'GET /health',
  ],
  [
    'Django',
    'ERROR 2024-01-01 12:00:00 django.request: Internal Server Error: /api/x',
    '2024-01-01T12:00:00Z',
    'error',
    'shop',
    'Internal Server Error: /api/x',
  ],
  ['Heroku', '2024-01-01T00:00:00Z app[web.1]: GET /', '2024-01-01T00:00:00Z', undefined, 'app', 'GET /'],
  ['epoch seconds', '1704067200.123 INFO worker started', '2024-01-01T00:00:00.123Z', 'info', 'shop', 'worker started'],
  ['epoch milliseconds', '1704067200123 ERROR worker died', '2024-01-01T00:00:00.123Z', 'error', 'shop', 'worker died'],
  [
    'HDFS',
    '081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 terminating',
    '2008-11-09T20:36:15Z',
    'info',
    'shop',
    'PacketResponder 1 terminating',
  ],
  [
    'Spark',
    '17/06/09 20:10:40 INFO spark.SecurityManager: Changing view acls to: yarn,curi',
    '2017-06-09T20:10:40Z',
    'info',
    'shop',
    'Changing view acls to: yarn,curi',
  ],
  ['US clock', '10/18/2015 6:01:47 PM WARN slow', '2015-10-18T18:01:47Z', 'warning', 'shop', 'slow'],
  ['German date', '18.10.2015 18:01:47 WARN slow', '2015-10-18T18:01:47Z', 'warning', 'shop', 'slow'],
  [
    'date(1)',
    'Mon Jan  5 10:00:00 UTC 2026 backup finished',
    '2026-01-05T10:00:00Z',
    undefined,
    'shop',
    'backup finished',
  ],
];

describe('lines of any program', () => {
  it.each([
    ['2026-02-23 08:15:30 checkout-api ERROR boom', 'checkout-api'],
    ['2026-02-23 08:15:30 [payments-service] ERROR boom', 'payments-service'],
    ['2026-02-23 08:15:30 [http-nio-8080-exec-5] ERROR boom', 'shop'],
    ['2026-02-23 08:15:30 [worker-pool] ERROR boom', 'shop'],
  ])('finds the service before the level in “%s”', (line, service) => {
    expect([only(line).service, only(line).text]).toEqual([service, 'boom']);
  });

  it.each(PROGRAMS)('%s', (...row) => {
    const [, line, at, level, service, text] = row;
    const event = only(line);
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([at, level, service, text]);
    expect(event.source.raw).toBe(line);
  });

  it('keeps a bare clock for the day the file was last written', () => {
    expect(only('08:15:30.123 [main] INFO  com.acme.App - up').at.instant).toBe('2026-12-30T08:15:30.123Z');
  });
});

const RECORDS: readonly (readonly [string, string, string, string | undefined, string, string])[] = [
  [
    'zap',
    '{"level":"error","ts":1704067200.123,"caller":"a/b.go:1","msg":"boom"}',
    '2024-01-01T00:00:00.123Z',
    'error',
    'shop',
    'boom',
  ],
  [
    'pino',
    '{"level":50,"time":1704067200123,"name":"checkout-api","msg":"boom"}',
    '2024-01-01T00:00:00.123Z',
    'error',
    'checkout-api',
    'boom',
  ],
  ['pino fatal', '{"level":60,"time":1704067200123,"msg":"boom"}', '2024-01-01T00:00:00.123Z', 'fatal', 'shop', 'boom'],
  [
    'MongoDB',
    '{"t":{"$date":"2024-01-01T00:00:00.000+00:00"},"s":"W","c":"NETWORK","msg":"slow"}',
    '2024-01-01T00:00:00Z',
    'warning',
    'shop',
    'slow',
  ],
  [
    'journald',
    '{"__REALTIME_TIMESTAMP":"1704067200123456","PRIORITY":"3","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"boom"}',
    '2024-01-01T00:00:00.123Z',
    'error',
    'sshd',
    'boom',
  ],
  [
    'Docker',
    '{"log":"2024-01-01 00:00:00 ERROR boom\\n","stream":"stderr","time":"2024-01-01T00:00:00.123456789Z"}',
    '2024-01-01T00:00:00.123Z',
    'error',
    'shop',
    'boom',
  ],
  [
    'Google Cloud',
    '{"severity":"ERROR","timestamp":"2024-01-01T00:00:00Z","textPayload":"boom","resource":{"labels":{"container_name":"api"}}}',
    '2024-01-01T00:00:00Z',
    'error',
    'api',
    'boom',
  ],
  [
    'ECS',
    '{"@timestamp":"2024-01-01T00:00:00.000Z","log.level":"WARN","message":"slow","service":{"name":"svc"}}',
    '2024-01-01T00:00:00Z',
    'warning',
    'svc',
    'slow',
  ],
  [
    'ECS nested',
    '{"@timestamp":"2024-01-01T00:00:00.000Z","log":{"level":"error"},"message":"slow","kubernetes":{"container_name":"web"}}',
    '2024-01-01T00:00:00Z',
    'error',
    'web',
    'slow',
  ],
  [
    'python-json-logger',
    '{"asctime":"2024-01-01 12:00:00,123","levelname":"CRITICAL","name":"a.b","message":"x"}',
    '2024-01-01T12:00:00.123Z',
    'fatal',
    'shop',
    'x',
  ],
  [
    'structlog',
    '{"event":"user.login","timestamp":"2024-01-01T00:00:00Z","level":"info"}',
    '2024-01-01T00:00:00Z',
    'info',
    'shop',
    'user.login',
  ],
  [
    'OpenTelemetry',
    '{"timeUnixNano":"1704067200123000000","severityNumber":17,"body":{"stringValue":"boom"}}',
    '2024-01-01T00:00:00.123Z',
    'error',
    'shop',
    'boom',
  ],
  [
    'nanoseconds beyond safe integers',
    '{"ts":1704067200123456789,"level":"info","msg":"x"}',
    '2024-01-01T00:00:00.123Z',
    'info',
    'shop',
    'x',
  ],
];

describe('JSON lines', () => {
  it.each(RECORDS)('%s', (...row) => {
    const [, line, at, level, service, text] = row;
    expect(bestFormat(line).id).toBe('json-lines');
    const event = only(line);
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([at, level, service, text]);
  });

  it('keeps what is written where a number is beyond the safe integers', () => {
    expect(only('{"ts":1704067200123456789,"level":"info","msg":"x"}').at.written).toBe('1704067200123456789');
  });

  it('puts a stack below the message and names its class', () => {
    const event = only(
      '{"level":50,"time":1704067200123,"msg":"boom","err":{"type":"TypeError","stack":"TypeError: x\\n    at a (/b.js:1:2)"}}',
    );
    expect(event.details).toBe('TypeError: x\n    at a (/b.js:1:2)');
    expect(event.names).toContain('TypeError');
  });
});

describe('logfmt', () => {
  it('reads pairs with quoted values', () => {
    const event = only('time="2024-01-01T00:00:00Z" level=error msg="failed to \\"pull\\"" service=api');
    expect(event.source.format).toBe('logfmt');
    expect([event.at.instant, event.level, event.service, event.text]).toEqual([
      '2024-01-01T00:00:00Z',
      'error',
      'api',
      'failed to "pull"',
    ]);
  });

  it('reads it behind the head of another line', () => {
    const event = only('2024-01-01T00:00:00Z stderr F level=warn msg="slow query" component=tsdb');
    expect([event.level, event.service, event.text]).toEqual(['warning', 'tsdb', 'slow query']);
  });
});

describe('recognising', () => {
  it.each(['', '# Notes\n\nSome prose about 2026.\n', '{"a": 1}', 'name,value\na,1\n', 'commit 1a2b3c\nAuthor: Ada\n'])(
    'leaves “%s” to others',
    (text) => {
      expect(logFormats.map((format) => format.recognise(sampleOf(text))).filter((score) => score > 0)).toEqual([]);
    },
  );

  it('leaves certainty to formats with a schema', () => {
    const scores = [...PROGRAMS, ...RECORDS].flatMap(([, line]) =>
      logFormats.map((format) => format.recognise(sampleOf(line))),
    );
    expect(Math.max(...scores)).toBeLessThan(1);
  });

  it.each([
    ['a chat', '[2026-02-23 08:15:01] ada: hi\n[2026-02-23 08:16:02] bob: it is down\n'],
    ['a table', 'time,level,message\n2026-02-23T08:15:30Z,ERROR,a\n2026-02-23T08:15:31Z,INFO,b\n'],
    ['commits', '2021-03-04 12:05:06 +0100 1a2b3c4 Fix pool\n2021-03-04 11:05:06 +0100 2a2b3c4 Add pool\n'],
  ])('takes %s for a log only where nobody else wants it', (_name, text) => {
    expect(Math.max(...logFormats.map((format) => format.recognise(sampleOf(text))))).toBeLessThanOrEqual(0.5);
  });

  it.each([
    ['Laravel', '[2026-02-23 08:15:30] production.ERROR: boom {"a":1}\n[2026-02-23 08:15:31] production.INFO: fine\n'],
    ['zap console', '2026-02-23T08:15:30Z\tERROR\tmain.go:1\tboom\n2026-02-23T08:15:31Z\tINFO\tmain.go:2\tfine\n'],
  ])('is sure of %s, as levels stand on its lines', (_name, text) => {
    expect(bestFormat(text).recognise(sampleOf(text))).toBeGreaterThan(0.95);
    expect(read(text).events.map((event) => [event.level, event.text.slice(0, 4)])).toEqual([
      ['error', 'boom'],
      ['info', 'fine'],
    ]);
  });

  it('sees the log behind long traces', () => {
    const trace = Array.from({ length: 30 }, (_, index) => `\tat com.acme.Pool.take(Pool.java:${String(index)})`).join(
      '\n',
    );
    const text = `2026-02-23 08:15:30 ERROR c.a.Pool - x\njava.lang.IllegalStateException: no\n${trace}\n2026-02-23 08:15:31 INFO c.a.Pool - y\n`;
    expect(bestFormat(text).id).toBe('plain-log');
    expect(read(text).events).toHaveLength(2);
  });
});
