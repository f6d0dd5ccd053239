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
 * are regular expressions whose named groups are the fields: `priority` (syslog number), `severity` (its last digit), `level`, `letter`, `step`
 * (Windows' numbers), `host`, `service`, `pid`, `logger`, `flag` (P for a part of a line), `client`, `request` or
 * `method` and `path`, `status`, `bytes`, `message`. Without a `message` group the message is what follows the match.
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
  /** Zone of its times where the format itself says so. */
  readonly zone?: string;
  /** What a record tells whose first line has no message. */
  readonly says?: string;
  /** True if the message is marked up, so that its tags are no part of it. */
  readonly markup?: boolean;
  readonly samples: readonly LayoutSample[];
  /** Lines that resemble it and are laid out otherwise. */
  readonly others: readonly string[];
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
    others: [
      '203.0.113.9 - ada [soon] "GET / HTTP/1.1" 502 2326',
      '[10/Oct/2025:13:55:36 -0700] "GET / HTTP/1.1" 502 2326',
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
    others: ['<165>2 2003-10-11T22:14:15.003Z web-1 app - ID47 - text', '<34>Oct 11 22:14:15 web-1 su: text'],
  },
  {
    id: 'haproxy',
    label: 'HAProxy HTTP log',
    before: '(?:<\\d{1,3}>)?',
    shapes: ['bsd', 'iso'],
    after: ` (?<host>\\S+) (?<service>haproxy)\\[(?<pid>\\d+)\\]: (?<client>\\S+) \\[[^\\]]+\\] \\S+ (?<logger>\\S+) [-+\\d/]+ (?<status>\\d{3}|-1) \\+?\\d+ .*?${REQUEST}(?<message>.*)`,
    samples: [
      {
        line: 'Feb  6 12:14:14 localhost haproxy[14389]: 10.0.1.2:33317 [06/Feb/2026:12:14:14.655] http-in static/srv1 10/0/30/69/109 503 2750 - - ---- 1/1/1/1/0 0/0 {shop.example} {} "GET /index.html HTTP/1.1"',
        at: '2026-02-06T12:14:14Z',
        text: 'GET /index.html 503',
        level: 'error',
        service: 'haproxy',
      },
    ],
    others: ['Feb  6 12:14:14 localhost haproxy[14389]: Server static/srv1 is DOWN'],
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
    others: ['Jun 14 15:16:01 the whole site was down', 'Foo 14 15:16:01 web-1 app: text'],
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
    others: ['2026-02-23T08:15:30Z web-1 note: no process number', '2026-02-23T08:15:30Z INFO started'],
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
    others: ['2016-10-06T00:17:09Z stdout X log content', '2016-10-06T00:17:09Z F stdout log content'],
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
    others: ['X0519 09:42:58.640117       1 controller.go:42] text', 'I0519 09:42:58.640117 text without a source'],
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
    others: ['2026/02/23 08:15:30 [error] no process', '2026/02/23 08:15:30 listening on :8080'],
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
    others: ['[Sun Dec 04 04:47:44 2005] no level', '[Sun Dec 04 2005] [error] no clock'],
  },
  {
    id: 'postgresql',
    label: 'PostgreSQL server log',
    shapes: ['iso'],
    after:
      ':?(?: ?\\[?\\d+(?:-\\d+)?\\]?:?)?[^A-Z]{0,4}.{0,120}?\\b(?<level>DEBUG[1-5]?|INFO|NOTICE|WARNING|ERROR|LOG|FATAL|PANIC|STATEMENT|DETAIL|HINT|CONTEXT|QUERY|LOCATION): {2}',
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
    others: ['2026-02-23 08:15:30.123 UTC [4711] app@shop NEWS:  nothing', '2026-02-23 08:15:30 ERROR: one blank'],
  },
  {
    id: 'mysql',
    label: 'MySQL or MariaDB error log',
    shapes: ['iso', 'short-year-basic'],
    after: '\\s+(?<pid>\\d+) \\[(?<level>System|Note|Warning|Error|ERROR)\\] (?:\\[MY-\\d+\\] \\[(?<logger>\\w+)\\] )?',
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
    others: ['2026-02-23T08:15:30Z 1234 [main] ERROR shop::pool - gone', '2026-02-23T08:15:30Z [Note] no thread'],
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
    others: ['1:Q 23 Feb 2026 08:15:30.123 # text', '1:M 23 Feb 2026 08:15:30.123 text'],
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
    others: [
      'http 2026-02-23T08:15:30Z started',
      'ftp 2026-02-23T08:15:30.186641Z app/lb/50 192.168.131.39:2817 10.0.0.1:80 0.0 0.1 0.0 502 502 34 366 "GET / HTTP/1.1"',
    ],
  },
  {
    id: 'elb-classic',
    label: 'AWS Classic Load Balancer access log',
    shapes: ['iso'],
    after: ` (?<service>[\\w./-]+) (?<client>\\S+:\\d+) (?:\\S+:\\d+|-) [\\d.-]+ [\\d.-]+ [\\d.-]+ (?<status>\\d{3}|-) (?:\\d{3}|-) (?<bytes>\\d+) \\d+ ${REQUEST}(?<message>.*)`,
    samples: [
      {
        line: '2026-02-23T08:15:30.945958Z shop-lb 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 503 503 0 29 "GET http://shop.example:80/ HTTP/1.1" "curl/7.38.0" - -',
        at: '2026-02-23T08:15:30.945Z',
        text: 'GET http://shop.example:80/ 503',
        level: 'error',
        service: 'shop-lb',
      },
    ],
    others: ['2026-02-23T08:15:30.945958Z shop-lb 192.168.131.39:2817 registered'],
  },
  {
    id: 'bucket-log',
    label: 'S3 server access log',
    before: '[\\w-]+ (?<service>[\\w.-]+) \\[',
    shapes: ['common-log'],
    after: `\\] (?<client>\\S+) \\S+ \\S+ \\S+ \\S+ ${REQUEST} (?<status>\\d{3}|-) (?<message>.*)`,
    samples: [
      {
        line: '79a59df900b949e5 shop-assets [06/Feb/2026:00:00:38 +0000] 192.0.2.3 79a59df9 3E57427F3EX REST.GET.OBJECT cart.js "GET /shop-assets/cart.js HTTP/1.1" 503 SlowDown 113 - 7 - "-" "S3Console/0.4" -',
        at: '2026-02-06T00:00:38Z',
        text: 'GET /shop-assets/cart.js 503',
        level: 'error',
        service: 'shop-assets',
      },
    ],
    others: ['79a59df900b949e5 shop-assets [06/Feb/2026:00:00:38 +0000] replicated'],
  },
  {
    id: 'w3c-extended',
    label: 'W3C extended log (IIS)',
    shapes: ['iso'],
    after:
      ' (?:\\S+ ){0,4}(?<method>GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PROPFIND|REPORT) (?<path>[/*]\\S*) .*? (?<status>[1-5]\\d\\d) \\d+ \\d+(?<message>(?: [\\d-]+)*)$',
    zone: 'UTC',
    samples: [
      {
        line: '2026-02-23 08:15:30 10.0.0.1 GET /cart id=4 443 - 203.0.113.9 Mozilla/5.0+(X11) https://shop.example/ 502 0 0 15',
        at: '2026-02-23T08:15:30Z',
        text: 'GET /cart 502',
        level: 'error',
      },
    ],
    others: ['2026-02-23 08:15:30 GET /cart took 502 ms', '2026-02-23 08:15:30 10.0.0.1 started 200 0 0'],
  },
  {
    id: 'cdn-log',
    label: 'CloudFront access log',
    shapes: ['iso'],
    after:
      '\\t(?<host>[A-Z]{3}\\S*)\\t(?<bytes>\\d+)\\t(?<client>\\S+)\\t(?<method>[A-Z]+)\\t(?<service>\\S+)\\t(?<path>\\S+)\\t(?<status>\\d{3})(?<message>.*)',
    zone: 'UTC',
    samples: [
      {
        line: '2026-02-23\t08:15:30\tFRA2\t2390282\t203.0.113.9\tGET\td111.cdn.example\t/cart.js\t502\twww.shop.example\tMozilla\t-\t-\tError',
        at: '2026-02-23T08:15:30Z',
        text: 'GET /cart.js 502',
        level: 'error',
        service: 'd111.cdn.example',
      },
    ],
    others: ['2026-02-23\t08:15:30\tINFO\tpool.go:12\tGET\tstarted'],
  },
  {
    id: 'flow-log',
    label: 'VPC flow log',
    before: '\\d+ \\d+ (?<service>eni-\\w+) \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ ',
    shapes: ['epoch'],
    after: ' \\d{10} ',
    samples: [
      {
        line: '2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1771834530 1771834590 REJECT OK',
        at: '2026-02-23T08:15:30Z',
        text: 'REJECT OK',
        service: 'eni-1235b8ca123456789',
      },
    ],
    others: ['2 123456789010 eni-1235b8ca123456789 1771834530 1771834590 REJECT OK'],
  },
  {
    id: 'envoy',
    label: 'Envoy or Istio access log',
    before: '\\[',
    shapes: ['iso'],
    after: `\\] ${REQUEST} (?<status>\\d{1,3}) (?<message>.*)`,
    samples: [
      {
        line: '[2026-02-23T08:15:30.310Z] "POST /api/v1/orders HTTP/2" 503 UF 154 0 226 100 "10.0.35.28" "curl" "cc21d9b0" "orders" "tcp://10.0.2.1:80"',
        at: '2026-02-23T08:15:30.310Z',
        text: 'POST /api/v1/orders 503',
        level: 'error',
      },
    ],
    others: ['[2026-02-23 08:15:30.123][1][warning][main] [source/server/server.cc:251] "quoted" 503'],
  },
  {
    id: 'squid',
    label: 'Squid access log',
    shapes: ['epoch'],
    after:
      ' +\\d+ (?<client>\\S+) [A-Z_]+/(?<status>\\d{3}) (?<bytes>\\d+) (?<method>[A-Z]+) (?<path>\\S+)(?<message>.*)',
    samples: [
      {
        line: '1771834530.586   1046 192.168.0.68 TCP_MISS/503 1234 GET http://shop.example/cart - DIRECT/10.0.0.1 text/html',
        at: '2026-02-23T08:15:30.586Z',
        text: 'GET http://shop.example/cart 503',
        level: 'error',
      },
    ],
    others: ['1771834530.586 INFO worker started'],
  },
  {
    id: 'mysql-slow',
    label: 'MySQL or MariaDB slow query log',
    before: '# Time: ',
    shapes: ['iso', 'short-year-basic'],
    after: '\\s*$',
    says: 'slow query',
    samples: [
      { line: '# Time: 2026-02-23T08:15:30.123456Z', at: '2026-02-23T08:15:30.123Z', text: 'slow query' },
      { line: '# Time: 260223  8:15:30', at: '2026-02-23T08:15:30Z', text: 'slow query' },
    ],
    others: ['# Time: unknown', '# Query_time: 12.000000  Lock_time: 0.000000'],
  },
  {
    id: 'erlang-report',
    label: 'Erlang report (RabbitMQ, CouchDB)',
    before: '=(?<level>[A-Z]+) REPORT==== ',
    shapes: ['day-month-name'],
    after: ' ===\\s*$',
    samples: [
      {
        line: '=ERROR REPORT==== 23-Feb-2026::08:15:30 ===',
        at: '2026-02-23T08:15:30Z',
        text: '(no message)',
        level: 'error',
      },
    ],
    others: ['=ERROR REPORT==== yesterday ==='],
  },
  {
    id: 'android-brief',
    label: 'Android logcat (time)',
    shapes: ['month-day', 'iso'],
    after: ' (?<letter>[VDIWEF])/(?<logger>[^(]{1,60}?) *\\( *(?<pid>\\d+)\\): ',
    samples: [
      {
        line: '03-17 16:13:38.811 E/WindowManager( 1702): no window',
        at: '2026-03-17T16:13:38.811Z',
        text: 'no window',
        level: 'error',
      },
    ],
    others: ['03-17 16:13:38.811 X/WindowManager( 1702): text', '03-17 16:13:38.811 E/WindowManager: text'],
  },
  {
    id: 'macos-unified',
    label: 'macOS unified log',
    shapes: ['iso'],
    after:
      ' +0x[\\da-f]+ +(?<level>Default|Notice|Info|Debug|Error|Fault|Activity) +0x[\\da-f]+ +(?<pid>\\d+) +\\d+ +(?<service>[\\w .-]+): ',
    samples: [
      {
        line: '2026-02-23 08:15:30.123456+0100 0x1a2b     Error       0x0                  123    0    kernel: (IOFamily) lost the bus',
        at: '2026-02-23T07:15:30.123Z',
        text: '(IOFamily) lost the bus',
        level: 'error',
        service: 'kernel',
      },
    ],
    others: ['2026-02-23 08:15:30.123456+0100 0x1a2b Error kernel: text'],
  },
  {
    id: 'macos-compact',
    label: 'macOS unified log (compact)',
    shapes: ['iso'],
    after: ' +(?<letter>Df|Db|[IEFA]) +(?<service>[\\w.-]+)\\[(?<pid>\\d+):[\\da-f]+\\] ',
    samples: [
      {
        line: '2026-02-23 08:15:30.123 E  kernel[0:1a2] lost the bus',
        at: '2026-02-23T08:15:30.123Z',
        text: 'lost the bus',
        level: 'error',
        service: 'kernel',
      },
    ],
    others: ['2026-02-23 08:15:30.123 E  kernel[0] lost the bus'],
  },
  {
    id: 'windows-xml',
    label: 'Windows events as XML',
    before:
      '<Event .*?<Provider Name=[\'"](?<service>[^\'"]*)[\'"].*?<Level>(?<step>\\d)</Level>.*?<TimeCreated SystemTime=[\'"]',
    shapes: ['iso'],
    after: '[\'"].*?<Computer>(?<host>[^<]*)</Computer>.*?</System>',
    markup: true,
    samples: [
      {
        line: "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/><EventID>7031</EventID><Level>2</Level><TimeCreated SystemTime='2026-02-23T08:15:30.1234567Z'/><Computer>web-1</Computer></System><EventData><Data Name='param1'>Checkout</Data><Data>terminated</Data></EventData></Event>",
        at: '2026-02-23T08:15:30.123Z',
        text: 'Checkout terminated',
        level: 'error',
        service: 'Service Control Manager',
      },
    ],
    others: ['<Event><Level>2</Level><Time>2026-02-23T08:15:30Z</Time></Event>'],
  },
  {
    id: 'audit',
    label: 'Linux audit log',
    before: '(?:node=(?<host>\\S+) )?type=(?<logger>\\w+) msg=audit\\(',
    shapes: ['epoch'],
    after: ':\\d+\\): ?',
    samples: [
      {
        line: 'type=SYSCALL msg=audit(1771834530.243:24287): arch=c000003e syscall=2 success=no exit=-13',
        at: '2026-02-23T08:15:30.243Z',
        text: 'arch=c000003e syscall=2 success=no exit=-13',
      },
    ],
    others: ['type=SYSCALL msg=audit(now): arch=c000003e', 'type=error msg=1771834530.243 gone'],
  },
  {
    id: 'weblogic',
    label: 'WebLogic server log',
    before: '####<',
    shapes: ['month-name-year', 'iso'],
    after: '> <(?<level>\\w+)> <(?<logger>[^>]*)> <(?<host>[^>]*)> (?:<[^>]*> )*<(?<message>.*?)>\\s*$',
    samples: [
      {
        line: '####<Feb 23, 2026 8:15:30,123 AM CET> <Error> <HTTP> <web-1> <AdminServer> <main> <> <BEA-101017> <the pool is empty>',
        at: '2026-02-23T07:15:30.123Z',
        text: 'the pool is empty',
        level: 'error',
      },
    ],
    others: ['####<Feb 23, 2026 8:15:30 AM> the pool is empty', '<Feb 23, 2026 8:15:30 AM CET> <Error>'],
  },
  {
    id: 'network-device',
    label: 'Cisco device log',
    before: '(?:<\\d{1,3}>)?(?:\\d+: )?[*.]?',
    shapes: ['bsd', 'month-name-year'],
    after:
      '(?: [A-Z]{3,4})?(?: (?<host>[\\w.-]+))?:? ?: ?%(?<service>[A-Z\\d_]+)-(?:\\w+-)?(?<severity>[0-7])-(?<logger>\\w+): ',
    samples: [
      {
        line: 'Feb 23 08:15:30: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to down',
        at: '2026-02-23T08:15:30Z',
        text: 'Interface GigabitEthernet0/1, changed state to down',
        level: 'error',
        service: 'LINK',
      },
      {
        line: '<166>Feb 23 2026 08:15:30: %ASA-6-302013: Built outbound TCP connection',
        at: '2026-02-23T08:15:30Z',
        text: 'Built outbound TCP connection',
        level: 'info',
        service: 'ASA',
      },
    ],
    others: ['Feb 23 08:15:30: %LINK is down', 'Feb 23 08:15:30 web-1 app: 100%'],
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
  query: 'info',
  location: 'info',
  activity: 'info',
  df: 'info',
  db: 'debug',
  fault: 'error',
  crash: 'error',
  supervisor: 'error',
  progress: 'info',
};

/** Levels of records that go on with the record before: what a database says more about its last message. */
export const FURTHER_LEVELS: ReadonlySet<string> = new Set([
  'DETAIL',
  'HINT',
  'CONTEXT',
  'STATEMENT',
  'QUERY',
  'LOCATION',
]);

/** Levels of Windows events by their number. */
export const WINDOWS_LEVELS: readonly LogLevel[] = ['info', 'fatal', 'error', 'warning', 'info', 'debug'];
