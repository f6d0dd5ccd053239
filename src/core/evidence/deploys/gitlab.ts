import { commitFact, commitKey } from '../git/commit.ts';
import type { JsonNode } from '../json-node.ts';
import type { Format } from '../types.ts';
import { isDeployWord } from './deploy-words.data.ts';
import { recordFormat, type RecordShape, type TimedFact } from './record-format.ts';
import { repositoryOf, short, words } from './record-words.ts';
import { UNKNOWN_TIME } from './unknown-time.ts';

const FAILED = new Set(['failed', 'canceled']);
const DECIDED = new Set(['success', 'failed', 'canceled']);

const deploymentHook: RecordShape = {
  name: 'deployment',
  signs: ['object_kind', 'deployment_id', 'status_changed_at'],
  facts: (record) => [
    deploymentFact({
      id: record.scalar('deployment_id'),
      status: record.string('status'),
      at: record.string('status_changed_at'),
      environment: record.string('environment'),
      sha: /[0-9a-f]{40}/u.exec(record.string('commit_url') ?? '')?.[0] ?? record.string('short_sha'),
      ref: record.string('ref'),
      actor: record.string('user', 'username'),
      service: repositoryOf(record),
    }),
  ],
};

/** `GET /projects/:id/deployments`. */
const deployment: RecordShape = {
  name: 'deployment',
  signs: ['id', 'sha', 'environment.name', 'created_at'],
  facts: (node) => [
    deploymentFact({
      id: node.scalar('id'),
      status: node.string('status') ?? node.string('deployable', 'status'),
      at: node.string('deployable', 'finished_at') ?? node.string('updated_at') ?? node.string('created_at'),
      environment: node.string('environment', 'name'),
      sha: node.string('sha'),
      ref: node.string('ref'),
      actor: node.string('user', 'username'),
      service: undefined,
    }),
  ],
};

type Deployment = Readonly<
  Record<'id' | 'status' | 'at' | 'environment' | 'sha' | 'ref' | 'actor' | 'service', string | undefined>
>;

function deploymentFact({ id, status = 'unknown', at, environment, sha, ref, actor, service }: Deployment): TimedFact {
  return {
    at,
    kind: DECIDED.has(status) ? 'deploy' : 'note',
    level: FAILED.has(status) ? 'error' : 'info',
    text: words(
      'Deployment',
      service && `of ${service}`,
      ref,
      short(sha) && `(${short(sha)})`,
      environment && `to ${environment}:`,
      status,
    ),
    actor,
    service,
    key: `gitlab-deployment:${id}:${status}`,
    hints: sha === undefined ? [] : [commitKey(sha)],
    names: environment === undefined ? [] : [environment],
  };
}

const pipelineHook: RecordShape = {
  name: 'pipeline',
  signs: ['object_kind', 'object_attributes.id', 'object_attributes.sha', 'object_attributes.stages'],
  facts: (record) => [pipelineFact(record.get('object_attributes') ?? record, record)],
};

/** `GET /projects/:id/pipelines`. */
const pipeline: RecordShape = {
  name: 'pipeline',
  signs: ['id', 'sha', 'ref', 'status', 'source', 'created_at'],
  facts: (node) => [pipelineFact(node, node)],
};

function pipelineFact(node: JsonNode, record: JsonNode): TimedFact {
  const status = node.string('detailed_status') ?? node.string('status') ?? 'unknown';
  const sha = node.string('sha');
  const name = node.string('name');
  const stages = node.items('stages').flatMap((stage) => stage.string() ?? []);
  return {
    at: node.string('started_at') ?? node.string('created_at'),
    endedAt: node.string('finished_at') ?? undefined,
    kind: isDeployWord([name, ...stages].join(' ')) ? 'deploy' : 'note',
    level: FAILED.has(status) ? 'error' : 'info',
    text: words(
      'Pipeline',
      name ?? node.scalar('id'),
      node.string('ref') && `on ${node.string('ref')}`,
      short(sha) && `(${short(sha)}):`,
      status,
    ),
    actor: record.string('user', 'username'),
    service: repositoryOf(record),
    key: `gitlab-pipeline:${node.scalar('id')}`,
    hints: sha === undefined ? [] : [commitKey(sha)],
    names: stages,
  };
}

const mergeRequestHook: RecordShape = {
  name: 'merge request',
  signs: ['object_kind', 'object_attributes.iid', 'object_attributes.target_branch'],
  facts: (record) => {
    const node = record.get('object_attributes') ?? record;
    const at = node.string('action') === 'merge' ? (node.string('merged_at') ?? node.string('updated_at')) : undefined;
    return mergedFact(node, { at, actor: record.string('user', 'username'), service: repositoryOf(record) });
  },
};

/** `GET /projects/:id/merge_requests`. */
const mergeRequest: RecordShape = {
  name: 'merge request',
  signs: ['iid', 'title', 'target_branch', 'source_branch'],
  facts: (node) => {
    const actor =
      node.string('merge_user', 'username') ??
      node.string('merged_by', 'username') ??
      node.string('author', 'username');
    return mergedFact(node, { at: node.string('merged_at'), actor, service: undefined });
  },
};

/** A merge request counts when it is merged: then it is the same fact as its merge commit. */
function mergedFact(
  node: JsonNode,
  { at, actor, service }: Readonly<Record<'at' | 'actor' | 'service', string | undefined>>,
): TimedFact[] {
  if (at === undefined) return [];
  const sha = node.string('merge_commit_sha') ?? node.string('squash_commit_sha') ?? node.string('sha');
  const title = node.string('title') ?? '';
  const iid = node.scalar('iid');
  const { start, end } = node;
  const fact = commitFact({ start, end, sha: sha ?? '', author: actor, subject: title, paths: [] }, UNKNOWN_TIME);
  const key = sha === undefined ? `gitlab-merge:${service ?? ''}!${iid}` : fact.key;
  const text = words(`Merged !${iid}:`, title, `(into ${node.string('target_branch') ?? 'unknown'})`);
  const hints = [`!${iid}`, title, ...(sha === undefined ? [] : [commitKey(sha)])];
  return [{ ...fact, endedAt: undefined, at, text, service: service ?? fact.service, key, hints }];
}

/** Webhooks of GitLab and answers of its API. */
export const gitlab: Format = recordFormat({
  id: 'gitlab',
  label: 'GitLab deployments, pipelines and merge requests',
  lists: [],
  shapes: [deploymentHook, pipelineHook, mergeRequestHook, deployment, mergeRequest, pipeline],
});
