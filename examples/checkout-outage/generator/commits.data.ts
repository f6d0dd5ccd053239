import { at } from './clock.ts';
import { hex } from './chance.ts';
import { PEOPLE, SHA, T, tag, type Person } from './story.ts';

/** One commit of the shop's repository. */
export interface Commit {
  readonly sha: string;
  readonly at: number;
  readonly author: string;
  readonly email: string;
  /** Hours ahead of UTC. */
  readonly zone: number;
  readonly message: string;
  readonly files?: readonly string[];
  /** Parents, where it is a merge. */
  readonly merge?: readonly [string, string];
}

type Change = readonly [message: string, files: readonly string[], sha?: string];
const by = (who: Person, when: number, ...change: Change): Commit => {
  const [message, files, sha = hex(`commit:${message}`, 40)] = change;
  return { sha, at: when, author: who.name, email: who.email, zone: who.zone, message, files };
};

// GitHub writes merges in the zone of the person who pressed the button.
type Merge = readonly [pull: readonly [number, string, string], parents: readonly [string, string], sha: string];
const merge = (who: Person, when: number, ...[pull, parents, sha]: Merge): Commit => ({
  sha,
  at: when,
  author: who.name,
  email: who.email,
  zone: who.zone,
  message: `Merge pull request #${pull[0]} from larkspur/${pull[1]}\n\n${pull[2]}`,
  merge: parents,
});

const bump = (when: number, service: string, ...[image, sha]: readonly [image: string, sha: string]): Commit => ({
  sha,
  at: when,
  author: 'larkspur-deploy[bot]',
  email: '58110237+larkspur-deploy[bot]@users.noreply.github.com',
  zone: 0,
  message: `deploy(${service}): ${tag(image)}`,
  files: [`deploy/${service}/values.yaml`],
});

const { ana, tomasz, ingrid, meiling, olu } = PEOPLE;
const guest = hex('commit:guest-checkout', 40);
const cart = hex('commit:cart-gift-wrap', 40);
const labels = hex('commit:team-labels', 40);
const api = 'services/checkout-api/src/main/java/example/larkspur/checkout';

export const COMMITS: readonly Commit[] = [
  by(meiling, at('Mon 08:12:40'), 'payments: retry webhooks of the provider with jitter', [
    'services/payments/src/webhooks/retry.ts',
    'services/payments/test/retry.test.ts',
  ]),
  by(olu, at('Mon 08:31:05'), 'alerts: say which runbook an alert belongs to', [
    'ops/prometheus/rules/checkout.yaml',
    'ops/prometheus/rules/cart.yaml',
  ]),
  by(ingrid, at('Mon 09:02:57'), 'checkout-api: read the address book in one query', [
    `${api}/address/AddressRepository.java`,
    `${api}/address/AddressService.java`,
  ]),
  by(tomasz, at('Mon 09:20:18'), 'checkout-api: test guest checkout with an empty cart', [
    'services/checkout-api/src/test/java/example/larkspur/checkout/GuestCheckoutTest.java',
  ]),
  by(ana, at('Mon 09:48:33'), 'docs: how to read the checkout dashboard', ['docs/dashboards/checkout.md']),
  by(meiling, at('Mon 10:05:11'), 'payments: log the reason of a declined card, not its number', [
    'services/payments/src/cards/decline.ts',
  ]),
  by(olu, at('Mon 10:40:09'), 'ci: cache the Gradle wrapper', ['.github/workflows/deploy-checkout-api.yml']),
  by(
    tomasz,
    at('Mon 11:15:46'),
    'checkout-api: guest checkout keeps the voucher',
    [`${api}/guest/GuestCheckout.java`, `${api}/voucher/VoucherService.java`],
    guest,
  ),
  by(ingrid, at('Mon 11:58:02'), 'checkout-api: upgrade Spring Boot to 3.4.4', [
    'services/checkout-api/build.gradle.kts',
    'services/checkout-api/gradle.lockfile',
  ]),
  by(ana, at('Mon 12:30:27'), 'checkout-api: say which field of an address is wrong', [
    `${api}/address/AddressErrors.java`,
  ]),
  by(meiling, at('Mon 13:01:59'), 'payments: drop the old settlement job', [
    'services/payments/src/jobs/settlement-v1.ts',
    'services/payments/src/jobs/index.ts',
  ]),
  merge(
    ana,
    at('Mon 14:01:30'),
    [1866, 'guest-voucher', 'Guest checkout keeps the voucher'],
    [hex('commit:checkout-api: say which field of an address is wrong', 40), guest],
    SHA.goodMerge,
  ),
  bump(at('Mon 14:11:20'), 'checkout-api', SHA.goodMerge, hex('commit:bump-good', 40)),
  by(olu, at('Mon 14:52:14'), 'ops: raise memory of the log shipper', ['ops/vector/daemonset.yaml']),
  by(ingrid, at('Mon 15:20:38'), 'checkout-api: remove unused price cache', [
    `${api}/price/PriceCache.java`,
    `${api}/price/PriceService.java`,
  ]),
  by(tomasz, at('Mon 15:47:21'), 'web: show the delivery date above the fold', [
    'web/src/checkout/delivery.tsx',
    'web/src/checkout/delivery.css',
  ]),
  by(ana, at('Mon 16:10:55'), 'web: keep focus when a voucher is refused', ['web/src/checkout/voucher.tsx']),
  by(meiling, at('Mon 16:44:03'), 'payments: name the provider in traces', ['services/payments/src/tracing.ts']),
  by(olu, at('Mon 17:05:42'), 'ops: rotate cart logs by size', ['ops/vector/cart.toml']),
  by(tomasz, at('07:48:10'), 'web: translate the express button', [
    'web/src/checkout/express.tsx',
    'web/locales/de.json',
    'web/locales/pt.json',
  ]),
  by(olu, at('08:02:26'), 'alerts: send a test alert every Tuesday', ['ops/prometheus/rules/test.yaml']),
  by(ana, at('08:40:12'), 'docs: on-call handover of week 12', ['docs/on-call/2026-w12.md']),
  by(meiling, at('09:11:37'), 'payments: accept amounts without minor units', [
    'services/payments/src/amount.ts',
    'services/payments/test/amount.test.ts',
  ]),
  by(
    tomasz,
    at('09:36:50'),
    'cart: gift wrap is a line of its own',
    ['services/cart/internal/lines/wrap.go', 'services/cart/internal/lines/wrap_test.go'],
    cart,
  ),
  by(ingrid, at('10:22:05'), 'checkout-api: measure time per step', [`${api}/metrics/StepTimer.java`]),
  by(ana, at('10:57:44'), 'checkout-api: fix a flaky test of delivery slots', [
    'services/checkout-api/src/test/java/example/larkspur/checkout/SlotTest.java',
  ]),
  by(meiling, at('11:25:19'), 'payments: bump pino to 9.6', [
    'services/payments/package.json',
    'services/payments/package-lock.json',
  ]),
  merge(
    meiling,
    at('12:29:48'),
    [1870, 'gift-wrap', 'Gift wrap is a line of its own'],
    [hex('commit:payments: bump pino to 9.6', 40), cart],
    SHA.cartMerge,
  ),
  by(
    ingrid,
    T.badCommit,
    'Tidy up checkout-api configuration\n\nGroup the datasource settings, sort keys, and drop values that only repeated\na default. hikari: maximum-pool-size and connection-timeout now match staging.',
    [
      'services/checkout-api/README.md',
      'services/checkout-api/src/main/resources/application.yaml',
      'services/checkout-api/src/main/resources/logback-spring.xml',
    ],
    SHA.badCommit,
  ),
  bump(at('12:39:31'), 'cart', SHA.cartMerge, SHA.cartBump),
  merge(
    tomasz,
    T.badMerge,
    [1873, 'tidy-checkout-config', 'Tidy up checkout-api configuration'],
    [SHA.cartBump, SHA.badCommit],
    SHA.badMerge,
  ),
  bump(T.badBump, 'checkout-api', SHA.badMerge, SHA.badBump),
  by(ana, T.docsCommit, 'docs: checkout-api runbook, new section on database connections', [
    'docs/runbooks/checkout-api.md',
  ]),
  by(tomasz, at('13:19:02'), 'web: smaller pictures in the mini cart', ['web/src/cart/mini-cart.tsx']),
  by(
    olu,
    at('14:20:31'),
    'ops: label every application with its team',
    ['deploy/apps/cart.yaml', 'deploy/apps/checkout-api.yaml', 'deploy/apps/payments.yaml'],
    labels,
  ),
  merge(
    meiling,
    T.choreMerge,
    [1876, 'team-labels', 'Label every application with its team'],
    [hex('commit:web: smaller pictures in the mini cart', 40), labels],
    SHA.choreMerge,
  ),
  by(
    ana,
    at('14:48:31'),
    `Revert "Tidy up checkout-api configuration"\n\nThis reverts commit ${SHA.badCommit}.\n\nThe pool of 8 connections does not carry the afternoon. INC-412.`,
    [
      'services/checkout-api/README.md',
      'services/checkout-api/src/main/resources/application.yaml',
      'services/checkout-api/src/main/resources/logback-spring.xml',
    ],
    SHA.revert,
  ),
  merge(
    olu,
    T.revertMerge,
    [1877, 'revert-1873-tidy-checkout-config', 'Revert "Tidy up checkout-api configuration"'],
    [SHA.choreMerge, SHA.revert],
    SHA.revertMerge,
  ),
  bump(T.revertBump, 'checkout-api', SHA.revertMerge, SHA.revertBump),
  by(olu, at('15:25:08'), 'docs: incident 412, links for the post-mortem', ['docs/incidents/412-links.md']),
];
