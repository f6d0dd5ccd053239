import { at } from './clock.ts';
import { hex } from './chance.ts';

/** A person of the story, with the ids the systems know them by. */
export interface Person {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly slack: string;
  readonly pager: string;
  readonly githubId: number;
  /** Hours ahead of UTC on their laptop. */
  readonly zone: number;
  readonly title: string;
}

type Ids = readonly [slack: string, pager: string, githubId: number];
type Place = readonly [zone: number, title: string];
const person = (name: string, handle: string, ...[ids, place]: readonly [Ids, Place]): Person => ({
  name,
  handle,
  email: `${handle}@larkspur.example`,
  slack: ids[0],
  pager: ids[1],
  githubId: ids[2],
  zone: place[0],
  title: place[1],
});

export const PEOPLE = {
  ana: person('Ana Ferreira', 'ana.ferreira', ['U06A7FERR1', 'PANAF17', 71204451], [0, 'Checkout engineer, on call']),
  tomasz: person(
    'Tomasz Wiśniewski',
    'tomasz.wisniewski',
    ['U06B2TOMW9', 'PTOMW21', 71204788],
    [1, 'Checkout engineer'],
  ),
  ingrid: person('Ingrid Solheim', 'ingrid.solheim', ['U06C9INGS4', 'PINGS33', 71205102], [1, 'Checkout engineer']),
  meiling: person('Mei-Ling Chen', 'meiling.chen', ['U06D4MEIL7', 'PMEIC48', 71206311], [0, 'Payments engineer']),
  olu: person('Oluwaseun Adeyemi', 'olu.adeyemi', ['U06E1OLUA3', 'POLUA52', 71203977], [0, 'Platform engineer']),
  rajesh: person('Rajesh Iyer', 'rajesh.iyer', ['U06F8RAJI6', 'PRAJI64', 71209020], [0, 'Support lead']),
  yusuf: person('Yusuf Demir', 'yusuf.demir', ['U06G3YUSD2', 'PYUSD70', 71209644], [1, 'Customer communications']),
} as const;

/** Every instant that several sources share, in UTC. Each is written once here and never again. */
export const T = {
  testAlert: at('08:05:02.715'),
  badCommit: at('12:31:14'),
  cartRollout: at('12:40:06'),
  cartRolledOut: at('12:41:20'),
  badMerge: at('12:51:07'),
  badRun: at('12:51:13'),
  badDeployment: at('13:00:32'),
  badBump: at('13:01:12'),
  badSync: at('13:02:03'),
  badRollout: at('13:02:05'),
  badRolledOut: at('13:04:31'),
  badDeployed: at('13:04:38'),
  docsCommit: at('13:09:41'),
  flagOn: at('13:17:30'),
  firstError: at('13:21:17.412'),
  alert: at('13:27:02.715'),
  triggered: at('13:28:04.318'),
  reported: at('13:29:52'),
  acknowledged: at('13:31:12.906'),
  latencyAlert: at('13:31:47.715'),
  declared: at('13:34:05'),
  investigating: at('13:35:20'),
  flagOff: at('13:45:30'),
  rootCause: at('13:52:26'),
  autoSyncOff: at('13:56:40'),
  rollback: at('13:58:12'),
  rolledBack: at('14:00:38'),
  lastError: at('14:02:51.208'),
  restored: at('14:03:10'),
  alertResolved: at('14:07:02.715'),
  resolved: at('14:10:05.441'),
  choreMerge: at('14:38:20'),
  parentSync: at('14:40:49'),
  secondSync: at('14:41:05'),
  secondRollout: at('14:41:07'),
  secondRolledOut: at('14:43:26'),
  secondFirstError: at('14:42:19.037'),
  secondAlert: at('14:44:02.715'),
  reopened: at('14:45:06.120'),
  secondAcknowledged: at('14:46:20.377'),
  secondCause: at('14:47:48'),
  revertMerge: at('14:49:40'),
  revertRun: at('14:49:46'),
  revertDeployment: at('14:55:50'),
  revertBump: at('14:56:24'),
  revertSync: at('14:57:02'),
  revertRollout: at('14:57:04'),
  revertRolledOut: at('14:59:28'),
  revertDeployed: at('14:59:36'),
  secondLastError: at('15:00:47.660'),
  secondRestored: at('15:01:05'),
  secondAlertResolved: at('15:06:02.715'),
  secondResolved: at('15:20:20.874'),
  exported: at('15:31:00'),
  closed: at('18:05:00'),
} as const;

/** The commits that other sources name by id. */
export const SHA = {
  goodMerge: hex('commit:guest-checkout-merge', 40),
  badCommit: hex('commit:tidy-checkout-configuration', 40),
  badMerge: hex('commit:tidy-checkout-configuration-merge', 40),
  badBump: hex('commit:bump-bad', 40),
  cartMerge: hex('commit:cart-merge', 40),
  cartBump: hex('commit:cart-bump', 40),
  choreMerge: hex('commit:team-labels-merge', 40),
  revert: hex('commit:revert', 40),
  revertMerge: hex('commit:revert-merge', 40),
  revertBump: hex('commit:bump-revert', 40),
} as const;

/** Image tag of a commit: its first seven digits, as the build names it. */
export const tag = (sha: string): string => sha.slice(0, 7);

/** The two times at which customers could not pay. The first crept up with the traffic, the second met the peak at once. */
export const IMPACT = [
  { from: T.firstError, to: T.restored, lastError: T.lastError, climbSeconds: 1500 },
  { from: T.secondFirstError, to: T.secondRestored, lastError: T.secondLastError, climbSeconds: 30 },
] as const;

/** Seconds by which the clock of the cart service is ahead. */
export const CART_SKEW_SECONDS = 42;

/** Share of checkouts that fail at an instant, from 0 to 1: it climbs to 62 % and falls within the last three minutes. */
export function failureShare(epoch: number): number {
  for (const { from, to, lastError, climbSeconds } of IMPACT) {
    if (epoch < from || epoch > lastError) continue;
    const climbed = Math.min(1, (epoch - from) / (climbSeconds * 1000));
    const left = Math.min(1, (to - epoch) / 180_000);
    return Math.max(0.02, 0.62 * climbed) * Math.max(0.25, left);
  }
  return 0;
}
