/**
 * Writes the evidence of the checkout outage and `truth.json`. Run it with `node examples/checkout-outage/generate.ts`;
 * the same bytes come out every time, on every machine.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { NOTIFICATIONS } from './generator/alertmanager.ts';
import { argoApplication } from './generator/argocd.ts';
import { cartLog } from './generator/cart-log.ts';
import { checkoutLog } from './generator/checkout-log.ts';
import { clusterEvents } from './generator/cluster-events.ts';
import { COMMITS } from './generator/commits.data.ts';
import { FLAG_CHANGES, flagChanges } from './generator/flags.ts';
import { gitLog } from './generator/git-history.ts';
import { badDeploymentStatuses, deployments, workflowRuns } from './generator/github.ts';
import { logEntries, webhookLines } from './generator/pagerduty.ts';
import { paymentsLog } from './generator/payments-log.ts';
import { REPLICA_SETS, replicaSetList, rolloutHistory } from './generator/replica-sets.ts';
import { sentryIssue } from './generator/sentry.ts';
import { SHELL_COMMANDS, shellHistory } from './generator/shell-history.ts';
import { CHANNELS, slackChannels, slackDay, slackUsers } from './generator/slack.ts';
import { statuspageIncident } from './generator/statuspage.ts';
import { truth } from './generator/truth.ts';

/** One file of evidence; `records` counts the facts a person would count in it. */
interface EvidenceFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly records: number;
}

const pretty = (value: unknown, indent = 2): string => `${JSON.stringify(value, null, indent)}\n`;
const kubectl = (value: unknown): string => pretty(value, 4);
const escapedUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join(
    '',
  );
const lengthOf = (value: unknown, key: string): number => ((value as Record<string, unknown[]>)[key] ?? []).length;

function vendorFiles(): EvidenceFile[] {
  const entries = logEntries();
  const runs = workflowRuns();
  const hooks = webhookLines();
  const status = statuspageIncident();
  return [
    { path: 'github-deployments.json', content: pretty(deployments()), records: deployments().length },
    {
      path: 'github-deployment-statuses.json',
      content: pretty(badDeploymentStatuses()),
      records: badDeploymentStatuses().length,
    },
    { path: 'github-workflow-runs.json', content: pretty(runs), records: lengthOf(runs, 'workflow_runs') },
    ...NOTIFICATIONS.map(([name, body]) => ({
      path: `alertmanager/${name}.json`,
      content: `${JSON.stringify(body)}\n`,
      records: lengthOf(body, 'alerts'),
    })),
    {
      path: 'pagerduty-log-entries.json',
      content: `${JSON.stringify(entries)}\n`,
      records: lengthOf(entries, 'log_entries'),
    },
    {
      path: 'pagerduty-webhooks.jsonl',
      content: hooks.map((hook) => `${JSON.stringify(hook)}\n`).join(''),
      records: hooks.length,
    },
    {
      path: 'statuspage-incident.json',
      content: pretty(status),
      records: lengthOf((status as { incident: unknown }).incident, 'incident_updates'),
    },
    { path: 'sentry-issue.json', content: pretty(sentryIssue()), records: 1 },
  ];
}

function clusterFiles(): EvidenceFile[] {
  const application = argoApplication();
  const events = clusterEvents();
  return [
    { path: 'kubectl-rollout-history.txt', content: rolloutHistory(), records: REPLICA_SETS.length },
    { path: 'replicasets.json', content: kubectl(replicaSetList()), records: REPLICA_SETS.length },
    { path: 'k8s-events.json', content: kubectl(events), records: lengthOf(events, 'items') },
    {
      path: 'argocd-application.json',
      content: kubectl(application),
      records: lengthOf((application as { status: unknown }).status, 'history'),
    },
  ];
}

function slackFiles(): EvidenceFile[] {
  return [
    { path: 'slack/users.json', content: pretty(slackUsers(), 4), records: 0 },
    { path: 'slack/channels.json', content: pretty(slackChannels(), 4), records: 0 },
    ...CHANNELS.map(({ name, said }) => ({
      path: `slack/${name}/2026-03-17.json`,
      // Slack writes its exports as PHP does: slashes and everything beyond ASCII escaped.
      content: pretty(slackDay(said), 4)
        .replaceAll('/', '\\/')
        .replaceAll(/[^\n -~]/gu, (character) => escapedUnits(character)),
      records: said.length,
    })),
  ];
}

function logFiles(): EvidenceFile[] {
  const [checkout, payments, cart] = [checkoutLog(), paymentsLog(), cartLog()];
  return [
    { path: 'logs/checkout-api.log', content: checkout.text, records: checkout.records },
    { path: 'logs/payments.jsonl', content: payments.text, records: payments.records },
    { path: 'logs/cart.logfmt.log', content: cart.text, records: cart.records },
  ];
}

/** Bytes that are no text in any encoding, as a cut-off binary would be. */
function unreadable(): Uint8Array {
  const blocks = Array.from({ length: 24 }, (_, index) => createHash('sha256').update(`notes:${index}`).digest());
  return new Uint8Array(Buffer.concat([Buffer.from([0, 0, 255, 254, 0]), ...blocks]));
}

const files: readonly EvidenceFile[] = [
  { path: 'git-log.txt', content: gitLog(), records: COMMITS.length },
  ...clusterFiles(),
  ...vendorFiles(),
  ...slackFiles(),
  ...logFiles(),
  { path: 'shell-history.txt', content: shellHistory(), records: SHELL_COMMANDS },
  { path: 'flags.csv', content: flagChanges(), records: FLAG_CHANGES },
  { path: 'notes.bin', content: unreadable(), records: 0 },
];

for (const file of files) {
  const target = join(import.meta.dirname, 'evidence', file.path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, file.content);
}

const records = Object.fromEntries(files.map(({ path, records: count }) => [path, count]));
writeFileSync(join(import.meta.dirname, 'truth.json'), pretty(truth(records)));

const total = files.reduce((sum, { records: count }) => sum + count, 0);
const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
process.stdout.write(`${files.length} files, ${total} records, ${Math.round(bytes / 1024)} KiB\n`);
