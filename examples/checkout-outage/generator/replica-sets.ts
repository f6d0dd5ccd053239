import { code, hex, uuid } from './chance.ts';
import { at, iso } from './clock.ts';
import { SHA, T, tag } from './story.ts';

/** One ReplicaSet as the cluster had it when it was exported. */
export interface ReplicaSet {
  readonly deployment: 'checkout-api' | 'cart';
  readonly revision: number;
  /** Revision numbers it had before an undo or a second sync gave it a new one. */
  readonly earlier?: number;
  readonly image: string;
  readonly created: number;
  readonly replicas: number;
  /** Absent on sets that are older than the habit of noting the cause. */
  readonly cause?: string;
}

const registry = 'registry.larkspur.example';
const checkout = (
  revision: number,
  sha: string,
  rest: { created: number; run: number; earlier?: number; replicas?: number },
): ReplicaSet => ({
  deployment: 'checkout-api',
  revision,
  image: `${registry}/checkout-api:${tag(sha)}`,
  created: rest.created,
  replicas: rest.replicas ?? 0,
  ...(rest.run < 4780 ? {} : { cause: `deploy ${tag(sha)} (run ${rest.run})` }),
  ...(rest.earlier === undefined ? {} : { earlier: rest.earlier }),
});
const cart = (
  revision: number,
  sha: string,
  rest: { created: number; run: number; replicas?: number },
): ReplicaSet => ({
  ...checkout(revision, sha, rest),
  deployment: 'cart',
  image: `${registry}/cart:${tag(sha)}`,
});

const day = (date: string): number => Date.parse(date);

/**
 * `kubectl rollout undo` and a second sync do not create ReplicaSets: they give an old one a new revision number.
 * So 43 (the rollback) was created on Monday and 44 (the bad image again) at 13:02.
 */
export const REPLICA_SETS: readonly ReplicaSet[] = [
  checkout(38, hex('release:38', 40), { created: day('2026-03-10T09:44:12Z'), run: 4771 }),
  checkout(39, hex('release:39', 40), { created: day('2026-03-11T13:05:38Z'), run: 4780 }),
  checkout(40, hex('release:40', 40), { created: day('2026-03-13T10:21:54Z'), run: 4796 }),
  checkout(43, SHA.goodMerge, { created: at('Mon 14:12:09'), run: 4809, earlier: 41 }),
  checkout(44, SHA.badMerge, { created: T.badRollout, run: 4821, earlier: 42 }),
  checkout(45, SHA.revertMerge, { created: T.revertRollout, run: 4824, replicas: 6 }),
  cart(17, hex('release:cart-17', 40), { created: day('2026-03-12T08:30:45Z'), run: 4788 }),
  cart(18, SHA.cartMerge, { created: T.cartRollout, run: 4819, replicas: 3 }),
];

/** Name of a ReplicaSet: the deployment and a hash of its template, in the alphabet Kubernetes uses. */
export function replicaSetName(set: Pick<ReplicaSet, 'deployment' | 'image'>): string {
  return `${set.deployment}-${code(`template:${set.image}`, 10, 'bcdfghjklmnpqrstvwxz2456789')}`;
}

/** The ReplicaSet that runs the image of a commit. */
export function replicaSetOf(sha: string): ReplicaSet {
  const found = REPLICA_SETS.find((set) => set.image.endsWith(`:${tag(sha)}`));
  if (!found) throw new Error(`No ReplicaSet runs ${sha}.`);
  return found;
}

/** What `kubectl rollout history` prints for both deployments: revisions and causes, no times. */
export function rolloutHistory(): string {
  return historyOf('checkout-api') + historyOf('cart');
}

function historyOf(deployment: string): string {
  const rows = REPLICA_SETS.filter((set) => set.deployment === deployment).map(
    (set) => `${String(set.revision).padEnd(10)}${set.cause ?? '<none>'}`,
  );
  return `deployment.apps/${deployment} \nREVISION  CHANGE-CAUSE\n${rows.join('\n')}\n\n`;
}

/** What `kubectl get rs -n shop -o json` prints; keys in alphabetical order, as kubectl does. */
export function replicaSetList(): unknown {
  return {
    apiVersion: 'v1',
    items: REPLICA_SETS.map((set) => replicaSet(set)),
    kind: 'List',
    metadata: { resourceVersion: '' },
  };
}

function replicaSet(set: ReplicaSet): unknown {
  const name = replicaSetName(set);
  const desired = set.deployment === 'cart' ? '3' : '6';
  const labels = { app: set.deployment, 'pod-template-hash': name.slice(set.deployment.length + 1) };
  const status = { availableReplicas: set.replicas, fullyLabeledReplicas: set.replicas };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      annotations: {
        'deployment.kubernetes.io/desired-replicas': desired,
        'deployment.kubernetes.io/max-replicas': set.deployment === 'cart' ? '4' : '8',
        'deployment.kubernetes.io/revision': String(set.revision),
        ...(set.earlier === undefined ? {} : { 'deployment.kubernetes.io/revision-history': String(set.earlier) }),
        ...(set.cause === undefined ? {} : { 'kubernetes.io/change-cause': set.cause }),
      },
      creationTimestamp: iso(set.created),
      generation: set.replicas > 0 ? 3 : 6,
      labels,
      name,
      namespace: 'shop',
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'Deployment',
          name: set.deployment,
          uid: uuid(`deployment:${set.deployment}`),
        },
      ],
      resourceVersion: String(88_120_000 + set.revision * 731),
      uid: uuid(`replicaset:${name}`),
    },
    spec: { replicas: set.replicas, selector: { matchLabels: labels }, template: template(set, labels) },
    status: {
      ...(set.replicas > 0 ? status : {}),
      observedGeneration: set.replicas > 0 ? 3 : 6,
      ...(set.replicas > 0 ? { readyReplicas: set.replicas } : {}),
      replicas: set.replicas,
    },
  };
}

function template(set: ReplicaSet, labels: unknown): unknown {
  return {
    metadata: { annotations: { 'prometheus.io/scrape': 'true' }, labels },
    spec: {
      containers: [
        {
          image: set.image,
          imagePullPolicy: 'IfNotPresent',
          name: set.deployment,
          ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
          readinessProbe: {
            failureThreshold: 3,
            httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
            periodSeconds: 10,
            successThreshold: 1,
            timeoutSeconds: 2,
          },
          resources: { limits: { memory: '1Gi' }, requests: { cpu: '500m', memory: '1Gi' } },
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
        },
      ],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
    },
  };
}
