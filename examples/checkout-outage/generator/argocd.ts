import { hex, uuid } from './chance.ts';
import { at, iso } from './clock.ts';
import { SHA, T, tag } from './story.ts';

const source = {
  repoURL: 'https://github.com/larkspur/shop.git',
  path: 'deploy/checkout-api',
  targetRevision: 'main',
  helm: { valueFiles: ['values.yaml'] },
};

const HISTORY: readonly { revision: string; started: number; deployed: number; id: number }[] = [
  {
    revision: hex('release:39', 40),
    started: Date.parse('2026-03-11T13:05:35Z'),
    deployed: Date.parse('2026-03-11T13:05:38Z'),
    id: 112,
  },
  {
    revision: hex('release:40', 40),
    started: Date.parse('2026-03-13T10:21:52Z'),
    deployed: Date.parse('2026-03-13T10:21:54Z'),
    id: 113,
  },
  { revision: hex('commit:bump-good', 40), started: at('Mon 14:12:07'), deployed: at('Mon 14:12:09'), id: 114 },
  { revision: SHA.badBump, started: T.badSync, deployed: T.badRollout, id: 115 },
  { revision: SHA.choreMerge, started: T.secondSync, deployed: T.secondRollout, id: 116 },
  { revision: SHA.revertBump, started: T.revertSync, deployed: T.revertRollout, id: 117 },
];

/** What `kubectl get application checkout-api -n argocd -o json` printed, without managed fields. */
export function argoApplication(): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      creationTimestamp: '2025-06-02T08:14:51Z',
      generation: 4417,
      labels: { 'app.kubernetes.io/instance': 'platform-apps', team: 'checkout' },
      name: 'checkout-api',
      namespace: 'argocd',
      resourceVersion: '88190544',
      uid: uuid('application:checkout-api'),
    },
    spec: {
      destination: { namespace: 'shop', server: 'https://kubernetes.default.svc' },
      project: 'shop',
      source,
      syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['CreateNamespace=false'] },
    },
    status: {
      health: { lastTransitionTime: iso(T.revertRolledOut), status: 'Healthy' },
      history: HISTORY.map((entry) => ({
        deployStartedAt: iso(entry.started),
        deployedAt: iso(entry.deployed),
        id: entry.id,
        initiatedBy: { automated: true },
        revision: entry.revision,
        source,
      })),
      operationState: operationState(),
      reconciledAt: iso(at('15:30:12')),
      resources: RESOURCES.map(({ group, kind, name }) => ({
        ...(group ? { group } : {}),
        ...(kind === 'Deployment' ? { health: { status: 'Healthy' } } : {}),
        kind,
        name,
        namespace: 'shop',
        status: 'Synced',
        version: 'v1',
      })),
      sourceType: 'Helm',
      summary: { images: [`registry.larkspur.example/checkout-api:${tag(SHA.revertMerge)}`] },
      sync: { revision: SHA.revertBump, status: 'Synced' },
    },
  };
}

const RESOURCES = [
  { group: '', kind: 'Service', name: 'checkout-api' },
  { group: 'apps', kind: 'Deployment', name: 'checkout-api' },
];

function operationState(): unknown {
  return {
    finishedAt: iso(T.revertRollout),
    message: 'successfully synced (all tasks run)',
    operation: {
      initiatedBy: { automated: true },
      retry: { limit: 5 },
      sync: { prune: true, revision: SHA.revertBump, syncOptions: ['CreateNamespace=false'] },
    },
    phase: 'Succeeded',
    startedAt: iso(T.revertSync),
    syncResult: {
      resources: RESOURCES.map(({ group, kind, name }) => ({
        group,
        hookPhase: 'Running',
        kind,
        message: kind === 'Deployment' ? 'deployment.apps/checkout-api configured' : 'service/checkout-api unchanged',
        name,
        namespace: 'shop',
        status: 'Synced',
        syncPhase: 'Sync',
        version: 'v1',
      })),
      revision: SHA.revertBump,
      source,
    },
  };
}
