import { chance } from './chance.ts';
import { at, berlinLocal } from './clock.ts';
import { failureShare, SHA, tag } from './story.ts';
import { healthChecks, REQUESTS, STARTS, type Request } from './traffic.ts';

/** One record of a log: its true time and its text after the time. */
interface Entry {
  readonly at: number;
  readonly text: string;
}

const http = (thread: number): string => `http-nio-8080-exec-${thread}`;
const line = (thread: string, level: string, rest: readonly [string, string]): string =>
  `[${thread}] ${level.padEnd(5)} ${rest[0]} - ${rest[1]}`;
const access = (request: Pick<Request, 'thread'>, text: string): string =>
  line(http(request.thread), 'INFO', ['e.l.checkout.web.AccessLog', text]);

/** The log of checkout-api: Logback, local time of Berlin without a zone, stack traces over many lines. */
export function checkoutLog(): { text: string; records: number } {
  const entries: Entry[] = [
    ...healthChecks(11_204).map((time) => healthCheck(time)),
    ...REQUESTS.flatMap((request) => (request.failed ? failed(request) : [worked(request)])),
    ...STARTS.flatMap((time, index) => started(time, index)),
    ...cleanups(),
    ...oddities(),
  ].toSorted((a, b) => a.at - b.at);
  return { text: entries.map((entry) => `${berlinLocal(entry.at)} ${entry.text}\n`).join(''), records: entries.length };
}

// The probe asks the database, too: it waits for a connection like everybody else.
function healthCheck(time: number): Entry {
  const random = chance(`health-check:${time}`);
  const thread = random.whole(1, 200);
  const sick = random.next() < failureShare(time);
  return {
    at: time,
    text: access({ thread }, sick ? 'GET /healthz 503 2001 ms' : `GET /healthz 200 ${random.whole(1, 6)} ms`),
  };
}

const worked = (request: Request): Entry => ({
  at: request.at,
  text: access(
    request,
    `POST /api/checkout 200 ${request.milliseconds} ms order=${request.order} trace=${request.trace}`,
  ),
});

/** What the pool says when it has no connection to give. */
export function exhausted({ milliseconds, waiting }: Request): string {
  return `HikariPool-1 - Connection is not available, request timed out after ${milliseconds}ms (total=8, active=8, idle=0, waiting=${waiting})`;
}

function failed(request: Request): Entry[] {
  const { at: time, thread, milliseconds, trace } = request;
  const error = line(http(thread), 'ERROR', ['e.l.checkout.web.CheckoutController', `Checkout failed trace=${trace}`]);
  return [
    { at: time, text: `${error}\n${stackTrace(exhausted(request), thread)}` },
    { at: time + 2, text: access(request, `POST /api/checkout 503 ${milliseconds + 4} ms trace=${trace}`) },
  ];
}

function stackTrace(message: string, thread: number): string {
  const step =
    thread % 3 === 0
      ? 'voucher.VoucherService.redeem(VoucherService.java:88)'
      : 'order.OrderService.place(OrderService.java:141)';
  return [
    `org.springframework.dao.DataAccessResourceFailureException: Unable to acquire JDBC Connection [${message}] [n/a]`,
    '\tat org.springframework.orm.jpa.vendor.HibernateJpaDialect.convertHibernateAccessException(HibernateJpaDialect.java:277)',
    '\tat org.springframework.orm.jpa.JpaTransactionManager.doBegin(JpaTransactionManager.java:466)',
    '\tat org.springframework.transaction.interceptor.TransactionInterceptor.invoke(TransactionInterceptor.java:119)',
    '\tat example.larkspur.checkout.order.OrderRepository.reserve(OrderRepository.java:57)',
    `\tat example.larkspur.checkout.${step}`,
    '\tat example.larkspur.checkout.web.CheckoutController.checkout(CheckoutController.java:73)',
    '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
    `Caused by: java.sql.SQLTransientConnectionException: ${message}`,
    '\tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:686)',
    '\tat com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:179)',
    '\tat com.zaxxer.hikari.HikariDataSource.getConnection(HikariDataSource.java:99)',
    '\t... 64 common frames omitted',
  ].join('\n');
}

function started(time: number, index: number): Entry[] {
  const image = [tag(SHA.badMerge), tag(SHA.goodMerge), tag(SHA.badMerge), tag(SHA.revertMerge)][index] ?? '';
  const steps: readonly (readonly [number, string, string])[] = [
    [4_120, 'e.l.checkout.CheckoutApplication', `Starting CheckoutApplication v${image} using Java 21.0.6 with PID 1`],
    [4_127, 'e.l.checkout.CheckoutApplication', 'The following 1 profile is active: "production"'],
    [9_844, 'com.zaxxer.hikari.HikariDataSource', 'HikariPool-1 - Starting...'],
    [10_310, 'com.zaxxer.hikari.HikariDataSource', 'HikariPool-1 - Start completed.'],
    [
      16_952,
      'e.l.checkout.CheckoutApplication',
      'Started CheckoutApplication in 12.9 seconds (process running for 13.6)',
    ],
  ];
  return steps.map(([after, logger, text]) => ({ at: time + after, text: line('main', 'INFO', [logger, text]) }));
}

function cleanups(): Entry[] {
  const random = chance('cleanups');
  return Array.from({ length: 24 }, (_, index) => ({
    at: at('11:35:00.118') + index * 600_000,
    text: line('scheduling-1', 'INFO', [
      'e.l.checkout.slot.SlotCleaner',
      `Released ${random.whole(3, 48)} expired delivery slots`,
    ]),
  }));
}

/** What is odd on any day and has nothing to do with the incident, and the one hint that had. */
function oddities(): Entry[] {
  const warn = (time: string, rest: readonly [string, string]): Entry => ({
    at: at(time),
    text: line(http(31), 'WARN', rest),
  });
  const lock = [
    line(http(112), 'ERROR', [
      'e.l.checkout.web.CheckoutController',
      'Checkout failed trace=5b0c61f2f2b84a9d8a4cf3eab3a0d914',
    ]),
    'org.springframework.orm.ObjectOptimisticLockingFailureException: Row was updated or deleted by another transaction: [example.larkspur.checkout.order.Order#2419977]',
    '\tat org.springframework.orm.jpa.vendor.HibernateJpaDialect.convertHibernateAccessException(HibernateJpaDialect.java:315)',
    '\tat example.larkspur.checkout.order.OrderService.place(OrderService.java:149)',
    '\tat example.larkspur.checkout.web.CheckoutController.checkout(CheckoutController.java:73)',
  ].join('\n');
  return [
    {
      at: at('11:42:08.530'),
      text: line('mail-2', 'ERROR', [
        'e.l.checkout.mail.ReceiptMailer',
        'Mail relay refused the receipt of order LK-2410044, will retry: 451 4.7.1 Greylisted',
      ]),
    },
    { at: at('12:12:51.206'), text: lock },
    warn('12:58:17.731', [
      'e.l.checkout.address.AddressService',
      'Address without a house number, accepted as written',
    ]),
    warn('13:20:41.902', ['e.l.checkout.order.OrderService', 'Reserving stock took 3870 ms']),
    warn('14:22:09.310', [
      'e.l.checkout.address.AddressService',
      'Address without a house number, accepted as written',
    ]),
    {
      at: at('15:11:36.004'),
      text: line('mail-1', 'ERROR', [
        'e.l.checkout.mail.ReceiptMailer',
        'Mail relay refused the receipt of order LK-2480112, will retry: 451 4.7.1 Greylisted',
      ]),
    },
  ];
}
