import type { LogLevel } from '../types.ts';

/** A line that a layout must read, and what it must find in it. */
interface LayoutSample {
  readonly line: string;
  /** UTC, with 2026 for a missing year. */
  readonly at: string;
  readonly text: string;
  readonly level?: LogLevel;
  readonly service?: string;
}

/**
 * How the lines of one family of programs are laid out: `before` the time, the time, `after` it. `before` and `after`
 * are regular expressions whose named groups are the fields: `priority` (syslog number), `level`, `letter`, `host`,
 * `service`, `pid`, `logger`, `flag` (P for a part of a line), `client`, `request`, `status`, `bytes`, `message`.
 * Without a `message` group the message is what follows the match.
 */
export interface LogLayout {
  readonly id: string;
  readonly label: string;
  readonly before?: string;
  /** Ids of the shapes its time can have. */
  readonly shapes: readonly string[];
  readonly after: string;
  /** True if the message may itself be a record with level and message (JSON, logfmt, a program's own line). */
  readonly nested?: boolean;
  readonly samples: readonly LayoutSample[];
}

const REQUEST = '"(?<request>[^"]*(?:\\\\"[^"]*)*)"';

export const LOG_LAYOUTS: readonly LogLayout[] = [
  {
    id: 'access-log',
    label: 'web access log (common or combined)',
    before: '(?:[\\w.:-]+ )?(?<client>[\\w.:-]+) \\S+ (?:\\S+|"[^"]*") \\[',
    shapes: ['common-log', 'iso'],
    after: `\\] ${REQUEST} (?<status>\\d{3}) (?<bytes>\\d+|-)(?<message>.*)`,
    samples: [
      {
        line: '203.0.113.9 - ada [10/Oct/2025:13:55:36 -0700] "GET /api/orders/42?x=1 HTTP/1.1" 502 2326 "https://shop.example/" "curl/8.0"',
        at: '2025-10-10T20:55:36Z',
        text: 'GET /api/orders/42?x=1 502',
        level: 'error',
      },
      {
        line: '2001:db8::7 - - [10/Oct/2025:13:55:36 +0000] "-" 408 0',
        at: '2025-10-10T13:55:36Z',
        text: '- 408',
      },
    ],
  },
  {
    id: 'syslog-5424',
    label: 'syslog (RFC 5424)',
    before: '<(?<priority>\\d{1,3})>1 ',
    shapes: ['iso'],
    after:
      ' (?<host>\\S+) (?<service>\\S+) (?<pid>\\S+) \\S+ (?:-|(?:\\[[^\\]"]*(?:"(?:[^"\\\\]|\\\\.)*"[^\\]"]*)*\\])+)(?: \\uFEFF?|$)',
    nested: true,
    samples: [
      {
        line: '<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="App]"] An application event log entry',
        at: '2003-10-11T22:14:15.003Z',
        text: 'An application event log entry',
        level: 'info',
        service: 'evntslog',
      },
      {
        line: "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - 'su root' failed for lonvick on /dev/pts/8",
        at: '2003-10-11T22:14:15.003Z',
        text: "'su root' failed for lonvick on /dev/pts/8",
        level: 'fatal',
        service: 'su',
      },
    ],
  },
  {
    id: 'syslog',
    label: 'syslog (RFC 3164)',
    before: '(?:<(?<priority>\\d{1,3})>)?',
    shapes: ['bsd', 'month-name-year'],
    after:
      ' (?<host>[\\w.:@-]+) (?:[a-z]+\\.(?<level>[a-z]+) )?(?<service>[\\w./@+-]+(?: [\\w./@+-]+){0,2}?)(?:\\([\\w.: -]*\\))?(?:\\[(?<pid>[\\w.-]+)\\])?(?:\\([\\w.: -]*\\))?:(?: |$)',
    nested: true,
    samples: [
      {
        line: 'Jun 14 15:16:01 combo sshd(pam_unix)[19939]: authentication failure; logname= uid=0',
        at: '2026-06-14T15:16:01Z',
        text: 'authentication failure; logname= uid=0',
        service: 'sshd',
      },
      {
        line: "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8",
        at: '2026-10-11T22:14:15Z',
        text: "'su root' failed for lonvick on /dev/pts/8",
        level: 'fatal',
        service: 'su',
      },
      {
        line: 'Jul  1 09:00:55 calvisitor-10-105-160-95 kernel[0]: IOThunderboltSwitch<0>(0x0)::listenerCallback',
        at: '2026-07-01T09:00:55Z',
        text: 'IOThunderboltSwitch<0>(0x0)::listenerCallback',
        service: 'kernel',
      },
    ],
  },
  {
    id: 'syslog-iso',
    label: 'syslog with ISO times (journalctl -o short-iso, rsyslog)',
    before: '(?:<(?<priority>\\d{1,3})>)?',
    shapes: ['iso'],
    after:
      ' (?<host>[\\w.:@-]+) (?<service>[\\w./@+-]+)(?:\\([\\w.:-]*\\))?(?:\\[(?<pid>\\d+)\\]|(?<=kernel|systemd|sudo|su|sshd|cron|CRON|audit|dockerd|kubelet)):(?: |$)',
    nested: true,
    samples: [
      {
        line: '2026-02-23T08:15:30+0100 web-1 checkout-api[4711]: ERROR pool exhausted',
        at: '2026-02-23T07:15:30Z',
        text: 'pool exhausted',
        level: 'error',
        service: 'checkout-api',
      },
      {
        line: '2026-02-23T08:15:30.123456+00:00 web-1 kernel: Out of memory: Killed process 4711 (java)',
        at: '2026-02-23T08:15:30.123Z',
        text: 'Out of memory: Killed process 4711 (java)',
        service: 'kernel',
      },
    ],
  },
  {
    id: 'container-log',
    label: 'container log (CRI, Kubernetes)',
    shapes: ['iso'],
    after: ' (?:stdout|stderr) (?<flag>[FP])(?::\\w+)?(?: |$)',
    nested: true,
    samples: [
      {
        line: '2016-10-06T00:17:09.669794202Z stdout F log content 1',
        at: '2016-10-06T00:17:09.669Z',
        text: 'log content 1',
      },
      {
        line: '2016-10-06T00:17:09.669794202Z stderr F 2016-10-06 00:17:09,669 ERROR [main] c.e.Pool: no connection',
        at: '2016-10-06T00:17:09.669Z',
        text: 'no connection',
        level: 'error',
      },
    ],
  },
  {
    id: 'klog',
    label: 'klog, glog (Kubernetes components)',
    before: '(?<letter>[IWEF])',
    shapes: ['klog', 'basic-clock'],
    after: '\\s+(?<pid>\\d+) (?<logger>[\\w./-]+:\\d+)\\] ',
    samples: [
      {
        line: 'I0519 09:42:58.640117       1 controller.go:42] "Starting controller" name="deployment"',
        at: '2026-05-19T09:42:58.640Z',
        text: '"Starting controller" name="deployment"',
        level: 'info',
      },
      {
        line: 'E0519 09:42:58.640117   12345 reflector.go:138] Failed to watch *v1.Pod: connection refused',
        at: '2026-05-19T09:42:58.640Z',
        text: 'Failed to watch *v1.Pod: connection refused',
        level: 'error',
      },
    ],
  },
  {
    id: 'nginx-error',
    label: 'nginx error log',
    shapes: ['year-slash'],
    after: ' \\[(?<level>[a-z]+)\\] (?<pid>\\d+)#\\d+: (?:\\*\\d+ )?',
    samples: [
      {
        line: '2026/02/23 08:15:30 [error] 31#31: *4 connect() failed (111: Connection refused) while connecting to upstream',
        at: '2026-02-23T08:15:30Z',
        text: 'connect() failed (111: Connection refused) while connecting to upstream',
        level: 'error',
      },
    ],
  },
  {
    id: 'apache-error',
    label: 'Apache error log',
    before: '\\[',
    shapes: ['asctime'],
    after: '\\] \\[(?:(?<logger>[\\w-]+):)?(?<level>[a-z]+\\d?)\\] (?:\\[pid (?<pid>\\d+)(?::tid \\d+)?\\] )?',
    samples: [
      {
        line: '[Sun Dec 04 04:47:44 2005] [error] mod_jk child workerEnv in error state 6',
        at: '2005-12-04T04:47:44Z',
        text: 'mod_jk child workerEnv in error state 6',
        level: 'error',
      },
      {
        line: '[Wed Oct 11 14:32:52.123456 2000] [core:crit] [pid 35708:tid 4328636416] [client 72.15.99.187] File does not exist',
        at: '2000-10-11T14:32:52.123Z',
        text: '[client 72.15.99.187] File does not exist',
        level: 'fatal',
      },
    ],
  },
  {
    id: 'postgresql',
    label: 'PostgreSQL server log',
    shapes: ['iso'],
    after:
      ':?(?: ?\\[?\\d+(?:-\\d+)?\\]?:?)?[^A-Z]{0,4}.{0,120}?\\b(?<level>DEBUG[1-5]?|INFO|NOTICE|WARNING|ERROR|LOG|FATAL|PANIC|STATEMENT|DETAIL|HINT|CONTEXT): {2}',
    samples: [
      {
        line: '2026-02-23 08:15:30.123 UTC [4711] app@shop FATAL:  sorry, too many clients already',
        at: '2026-02-23T08:15:30.123Z',
        text: 'sorry, too many clients already',
        level: 'fatal',
      },
      {
        line: '2026-02-23 09:15:30 CET [4711] LOG:  checkpoint starting: time',
        at: '2026-02-23T08:15:30Z',
        text: 'checkpoint starting: time',
        level: 'info',
      },
    ],
  },
  {
    id: 'mysql',
    label: 'MySQL or MariaDB error log',
    shapes: ['iso', 'short-year-basic'],
    after: '\\s+(?<pid>\\d+) \\[(?<level>[A-Za-z]+)\\] (?:\\[MY-\\d+\\] \\[(?<logger>\\w+)\\] )?',
    samples: [
      {
        line: '2026-02-23T08:15:30.123456Z 12 [Warning] [MY-010055] [Server] IP address could not be resolved',
        at: '2026-02-23T08:15:30.123Z',
        text: 'IP address could not be resolved',
        level: 'warning',
      },
      {
        line: '2026-02-23  8:15:30 140 [ERROR] InnoDB: Unable to lock ./ibdata1',
        at: '2026-02-23T08:15:30Z',
        text: 'InnoDB: Unable to lock ./ibdata1',
        level: 'error',
      },
    ],
  },
  {
    id: 'redis',
    label: 'Redis server log',
    before: '(?<pid>\\d+):[XCSM] ',
    shapes: ['day-month-name'],
    after: ' (?<level>[.*#-]) ',
    samples: [
      {
        line: '1:M 23 Feb 2026 08:15:30.123 # Out Of Memory allocating 64 bytes',
        at: '2026-02-23T08:15:30.123Z',
        text: 'Out Of Memory allocating 64 bytes',
        level: 'warning',
      },
    ],
  },
  {
    id: 'load-balancer',
    label: 'AWS load balancer access log',
    before: '(?:https?|h2|grpcs?|wss?|tls) ',
    shapes: ['iso'],
    after: ` (?<service>\\S+) (?<client>\\S+) \\S+ [\\d.-]+ [\\d.-]+ [\\d.-]+ (?<status>\\d{3}|-) (?:\\d{3}|-) (?<bytes>\\d+) \\d+ ${REQUEST}(?<message>.*)`,
    samples: [
      {
        line: 'http 2026-02-23T08:15:30.186641Z app/shop-lb/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 502 502 34 366 "GET http://shop.example:80/cart HTTP/1.1" "curl/7.46.0" - -',
        at: '2026-02-23T08:15:30.186Z',
        text: 'GET http://shop.example:80/cart 502',
        level: 'error',
        service: 'app/shop-lb/50dc6c495c0c9188',
      },
    ],
  },
];

/** Levels that a layout writes as a mark. */
export const LEVEL_MARKS: Readonly<Record<string, LogLevel>> = {
  '.': 'debug',
  '-': 'debug',
  '*': 'info',
  '#': 'warning',
  detail: 'info',
  hint: 'info',
  context: 'info',
};
