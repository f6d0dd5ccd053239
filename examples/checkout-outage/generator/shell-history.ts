import { at } from './clock.ts';
import { T, SHA, tag } from './story.ts';

/** What Ana typed, with the time at which bash noted it (whole seconds since 1970). The secrets are made up. */
const COMMANDS: readonly (readonly [number, string])[] = [
  [at('08:14:20'), 'git pull --rebase'],
  [at('08:15:02'), './gradlew :services:checkout-api:test --tests "*SlotTest*"'],
  [at('10:56:30'), 'git commit -am "checkout-api: fix a flaky test of delivery slots" && git push'],
  [at('13:32:02'), 'kubectl config use-context shop-prod'],
  [at('13:32:09'), 'kubectl get pods -n shop -l app=checkout-api'],
  [at('13:32:40'), 'kubectl logs -n shop -l app=checkout-api --since=15m --tail=200 | grep -c ERROR'],
  [
    at('13:33:15'),
    "kubectl logs -n shop -l app=checkout-api --since=15m | grep ERROR | cut -d' ' -f5- | sort | uniq -c | sort -rn | head",
  ],
  [at('13:36:28'), 'curl -s -o /dev/null -w "%{http_code} %{time_total}\\n" https://psp.example/health'],
  [
    at('13:39:50'),
    'curl -s -H "Authorization: Bearer example-token-not-real" https://psp.example/v2/status | jq .components',
  ],
  [at('13:43:11'), 'kubectl rollout history deployment/cart -n shop'],
  [
    at('13:47:36'),
    'kubectl exec -n shop deploy/checkout-api -- curl -s localhost:8080/actuator/metrics/hikaricp.connections.pending',
  ],
  [
    at('13:48:05'),
    'kubectl exec -n shop deploy/checkout-api -- curl -s localhost:8080/actuator/metrics/hikaricp.connections.max',
  ],
  [at('13:49:22'), 'shop-admin db sessions --host db-primary.larkspur.example --user ana --password hunter2-example'],
  [at('13:50:41'), 'git log --oneline --since="6 hours ago" -- services/checkout-api'],
  [at('13:51:30'), `git show ${tag(SHA.badCommit)} -- services/checkout-api/src/main/resources/application.yaml`],
  [at('13:55:20'), 'kubectl rollout history deployment/checkout-api -n shop'],
  [T.autoSyncOff, 'argocd app set checkout-api --sync-policy none'],
  [T.rollback, 'kubectl rollout undo deployment/checkout-api -n shop --to-revision=41'],
  [T.rollback + 6000, 'kubectl rollout status deployment/checkout-api -n shop'],
  [
    at('14:01:30'),
    'kubectl exec -n shop deploy/checkout-api -- curl -s localhost:8080/actuator/metrics/hikaricp.connections.max',
  ],
  [at('14:05:12'), 'kubectl get pods -n shop -l app=checkout-api'],
  [at('14:46:41'), 'kubectl rollout history deployment/checkout-api -n shop'],
  [at('14:47:05'), 'argocd app get checkout-api --show-operation'],
  [at('14:47:40'), 'argocd app history checkout-api'],
  [at('14:48:06'), 'git switch -c revert-1873-tidy-checkout-config origin/main'],
  [at('14:48:14'), `git revert ${tag(SHA.badCommit)}`],
  [at('14:48:52'), 'git push -u origin HEAD && gh pr create --fill'],
  [at('14:57:20'), 'kubectl rollout status deployment/checkout-api -n shop --timeout=5m'],
  [
    at('15:24:02'),
    'for d in checkout-api cart; do kubectl rollout history deployment/$d -n shop; done > evidence/kubectl-rollout-history.txt',
  ],
  [at('15:26:47'), 'kubectl get rs -n shop -o json > evidence/replicasets.json'],
  [T.exported, 'kubectl get events -n shop -o json > evidence/k8s-events.json'],
];

/** The file bash writes with HISTTIMEFORMAT set. */
export function shellHistory(): string {
  return COMMANDS.map(([time, command]) => `#${Math.floor(time / 1000)}\n${command}\n`).join('');
}

/** How many commands it holds. */
export const SHELL_COMMANDS = COMMANDS.length;
