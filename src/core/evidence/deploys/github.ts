import { commitKey } from '../git/commit.ts';
import type { JsonNode } from '../json-node.ts';
import type { Format } from '../types.ts';
import { githubCommit, githubPullRequest, githubPush } from './github-code.ts';
import { repositoryOf, short, words } from './record-words.ts';
import { recordFormat, type RecordShape, type TimedFact } from './record-format.ts';
import { isDeployWord } from './deploy-words.data.ts';

/** States of a deployment in which something changed for users, or was meant to. */
const DECIDED = new Set(['success', 'failure', 'error']);
const FAILED = new Set(['failure', 'error', 'timed_out', 'startup_failure']);

const deploymentStatusHook: RecordShape = {
  name: 'deployment status',
  signs: ['deployment_status.state', 'deployment.id'],
  facts: (record) => {
    const deployment = record.get('deployment') ?? record;
    const status = record.get('deployment_status') ?? record;
    return [created(deployment, record), stated(status, { deployment, record })];
  },
};

const deploymentHook: RecordShape = {
  name: 'deployment',
  signs: ['deployment.id', 'deployment.created_at'],
  facts: (record) => [created(record.get('deployment') ?? record, record)],
};

const deployment: RecordShape = {
  name: 'deployment',
  signs: ['id', 'sha', 'environment', 'created_at', 'task'],
  facts: (record) => [created(record, record)],
};

const deploymentStatus: RecordShape = {
  name: 'deployment status',
  signs: ['id', 'state', 'created_at', 'deployment_url'],
  facts: (record) => [stated(record, { deployment: undefined, record })],
};

function created(node: JsonNode, record: JsonNode): TimedFact {
  const sha = node.string('sha');
  const environment = node.string('environment');
  const service = repositoryOf(record) ?? repositoryOfUrl(node.string('url'));
  return {
    node: node === record ? undefined : node,
    at: node.string('created_at'),
    kind: 'deploy',
    text: words(
      'Deployment',
      service && `of ${service}`,
      ref(node.string('ref'), sha),
      environment && `to ${environment}`,
      'created',
    ),
    actor: node.string('creator', 'login'),
    service,
    key: `github-deployment:${node.scalar('id')}`,
    hints: sha === undefined ? [] : [commitKey(sha)],
    details: node.string('description'),
    names: names(environment, node.string('ref')),
  };
}

function stated(
  node: JsonNode,
  { deployment: of, record }: { deployment: JsonNode | undefined; record: JsonNode },
): TimedFact {
  const state = node.string('state') ?? 'unknown';
  const environment = node.string('environment') ?? of?.string('environment');
  const sha = of?.string('sha');
  const service = repositoryOf(record) ?? repositoryOfUrl(node.string('deployment_url'));
  const id = of?.scalar('id') ?? /\/deployments\/(\d+)/u.exec(node.string('deployment_url') ?? '')?.[1];
  return {
    node: node === record ? undefined : node,
    at: node.string('created_at'),
    kind: DECIDED.has(state) ? 'deploy' : 'note',
    level: FAILED.has(state) ? 'error' : 'info',
    text: words(
      'Deployment',
      service && `of ${service}`,
      ref(of?.string('ref'), sha),
      environment && `to ${environment}:`,
      state,
    ),
    actor: node.string('creator', 'login'),
    service,
    key: `github-deployment-status:${node.scalar('id')}`,
    hints: [`github-deployment:${id}`, ...(sha === undefined ? [] : [commitKey(sha)])],
    details: node.string('description'),
    names: names(environment),
  };
}

const workflowRunHook: RecordShape = {
  name: 'workflow run',
  signs: ['workflow_run.id', 'workflow_run.head_sha'],
  facts: (record) => workflowRun.facts(record.get('workflow_run') ?? record),
};

const workflowRun: RecordShape = {
  name: 'workflow run',
  signs: ['id', 'head_sha', 'run_number', 'created_at'],
  facts: (run) => [
    runFact({
      run,
      id: run.scalar('id'),
      name: run.string('name'),
      title: run.string('display_title') ?? run.string('head_commit', 'message')?.split('\n', 1)[0],
      sha: run.string('head_sha'),
      branch: run.string('head_branch'),
      from: run.string('run_started_at') ?? run.string('created_at'),
      to: run.string('updated_at'),
      attempt: run.number('run_attempt') ?? 1,
      service: run.string('repository', 'full_name'),
      actor: run.string('triggering_actor', 'login') ?? run.string('actor', 'login'),
    }),
  ],
};

/** `gh run list --json databaseId,workflowName,headSha,createdAt,…` */
const listedRun: RecordShape = {
  name: 'workflow run',
  signs: ['headSha', 'createdAt', 'status'],
  facts: (run) => [
    runFact({
      run,
      id: run.scalar('databaseId') ?? run.string('headSha'),
      name: run.string('workflowName') ?? run.string('name'),
      title: run.string('displayTitle'),
      sha: run.string('headSha'),
      branch: run.string('headBranch'),
      from: run.string('startedAt') ?? run.string('createdAt'),
      to: run.string('updatedAt'),
      attempt: run.number('attempt') ?? 1,
      service: undefined,
      actor: undefined,
    }),
  ],
};

interface Run extends Readonly<
  Record<'id' | 'name' | 'title' | 'sha' | 'branch' | 'from' | 'to' | 'service' | 'actor', string | undefined>
> {
  readonly run: JsonNode;
  readonly attempt: number;
}

/** A run changes something only if its name says that it deploys; `conclusion` is empty while it runs. */
function runFact({ run, id, name, title, sha, branch, from, to, attempt, service, actor }: Run): TimedFact {
  const conclusion = run.string('conclusion');
  const done = conclusion !== undefined;
  return {
    at: from,
    endedAt: done ? to : undefined,
    kind: isDeployWord(`${name ?? ''} ${run.string('path') ?? ''}`) ? 'deploy' : 'note',
    level: done && FAILED.has(conclusion) ? 'error' : 'info',
    text: words(
      `Workflow “${name ?? 'without a name'}”`,
      branch && `on ${branch}`,
      short(sha) && `(${short(sha)})`,
      `${conclusion ?? run.string('status') ?? 'started'}:`,
      title,
    ),
    actor,
    service,
    key: `github-workflow-run:${id}:${attempt}`,
    hints: sha === undefined ? [] : [commitKey(sha)],
    names: names(name, branch),
  };
}

const releaseHook: RecordShape = {
  name: 'release',
  signs: ['release.id', 'release.tag_name'],
  facts: (record) => releaseFacts(record.get('release') ?? record, record),
};

const release: RecordShape = {
  name: 'release',
  signs: ['id', 'tag_name', 'target_commitish'],
  facts: (record) => releaseFacts(record, record),
};

/** A draft has not happened yet. */
function releaseFacts(node: JsonNode, record: JsonNode): TimedFact[] {
  if (node.boolean('draft') === true) return [];
  const service = repositoryOf(record) ?? repositoryOfUrl(node.string('url'));
  const fact: TimedFact = {
    node: node === record ? undefined : node,
    at: node.string('published_at') ?? node.string('created_at'),
    kind: 'deploy',
    text: words('Release', node.string('name') ?? node.string('tag_name'), service && `of ${service}`, 'published'),
    actor: node.string('author', 'login'),
    service,
    key: `github-release:${node.scalar('id')}`,
    details: node.string('body'),
    names: names(node.string('tag_name')),
  };
  return [fact];
}

function ref(name: string | undefined, sha: string | undefined): string | undefined {
  const hash = short(sha);
  if (name === undefined || name === sha) return hash;
  return hash === undefined ? name : `${name} (${hash})`;
}

function names(...given: (string | undefined)[]): string[] {
  return given.filter((name) => name !== undefined);
}

function repositoryOfUrl(url: string | undefined): string | undefined {
  return /\/repos\/([^/]+\/[^/]+)\//u.exec(url ?? '')?.[1];
}

/** Webhooks of GitHub and answers of its API and of `gh … --json`. */
export const github: Format = recordFormat({
  id: 'github',
  label: 'GitHub deployments, runs, releases, pushes and pull requests',
  lists: ['workflow_runs', 'items'],
  shapes: [
    deploymentStatusHook,
    deploymentHook,
    workflowRunHook,
    releaseHook,
    ...githubPullRequest,
    githubPush,
    deployment,
    deploymentStatus,
    workflowRun,
    listedRun,
    release,
    githubCommit,
  ],
});
