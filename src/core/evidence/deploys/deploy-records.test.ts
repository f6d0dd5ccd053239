import { describe, expect, it } from 'vitest';

import { evidenceText, readWith } from '../evidence.fixture.ts';
import { readEvidence, recogniseEvidence } from '../read-evidence.ts';
import { argocdApplication } from './argocd-application.ts';
import { argocdHistory } from './argocd-history.ts';
import { isDeployWord } from './deploy-words.data.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';

const SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const AT = '2026-02-23T07:05:00Z';
const repository = { full_name: 'shop/checkout', pushed_at: 1_771_830_300 };

/** Kind, text and key of what a record tells. */
function told(value: unknown): string[] {
  const text = JSON.stringify(value);
  const format = recogniseEvidence(evidenceText(text))?.format;
  const events = format === undefined ? [] : readWith(format, text).events;
  return events.map((event) => `${event.at.instant} ${event.kind}: ${event.text} [${event.key}]`);
}

const deployment = {
  id: 7,
  sha: SHA,
  ref: 'main',
  task: 'deploy',
  environment: 'production',
  created_at: AT,
  creator: { login: 'ana' },
};
const run = {
  id: 9,
  name: 'Deploy',
  head_sha: SHA,
  head_branch: 'main',
  run_number: 3,
  run_attempt: 2,
  created_at: AT,
  run_started_at: AT,
  updated_at: '2026-02-23T07:09:00Z',
  conclusion: 'failure',
  status: 'completed',
  display_title: 'Raise pool',
};

describe('GitHub', () => {
  it('tells deployments, from a webhook and from the list of the API, as the same fact', () => {
    expect(told({ action: 'created', deployment, repository })).toEqual([
      `${AT} deploy: Deployment of shop/checkout main (f95f852) to production created [github-deployment:7]`,
    ]);
    expect(told([{ ...deployment, url: 'https://api.github.com/repos/shop/checkout/deployments/7' }])).toEqual([
      `${AT} deploy: Deployment of shop/checkout main (f95f852) to production created [github-deployment:7]`,
    ]);
  });

  it('tells statuses beside their deployment; only what is decided is a deploy', () => {
    const status = (id: number, state: string): object => ({
      id,
      state,
      created_at: AT,
      deployment_url: 'https://api.github.com/repos/shop/checkout/deployments/7',
      environment: 'production',
    });
    expect(told([status(1, 'in_progress'), status(2, 'failure')])).toEqual([
      `${AT} note: Deployment of shop/checkout to production: in_progress [github-deployment-status:1]`,
      `${AT} deploy: Deployment of shop/checkout to production: failure [github-deployment-status:2]`,
    ]);
    expect(told({ deployment_status: status(1, 'success'), deployment, repository })).toHaveLength(2);
  });

  it('tells workflow runs; those that deploy by their name are deploys', () => {
    const [event] = readWith(github, JSON.stringify({ total_count: 1, workflow_runs: [run] })).events;
    expect(event).toMatchObject({
      kind: 'deploy',
      level: 'error',
      text: 'Workflow “Deploy” on main (f95f852) failure: Raise pool',
      endedAt: { instant: '2026-02-23T07:09:00Z' },
      key: 'github-workflow-run:9:2',
      hints: ['commit:f95f852bd8fc'],
    });
    expect(told({ workflow_run: { ...run, name: 'Lint' } })[0]).toContain(' note: Workflow “Lint”');
    expect(
      told([
        { databaseId: 9, workflowName: 'Release', headSha: SHA, createdAt: AT, status: 'in_progress', conclusion: '' },
      ]),
    ).toEqual([`${AT} deploy: Workflow “Release” (f95f852) in_progress [github-workflow-run:9:1]`]);
  });

  it('tells releases once they are published', () => {
    const release = {
      id: 4,
      tag_name: 'v1.8',
      target_commitish: 'main',
      draft: false,
      published_at: AT,
      created_at: AT,
    };
    expect(told({ action: 'published', release, repository })).toEqual([
      `${AT} deploy: Release v1.8 of shop/checkout published [github-release:4]`,
    ]);
    expect(told([{ ...release, draft: true, published_at: null }])).toEqual([]);
  });

  it('tells a push and its commits, which have the keys that git log gives them', () => {
    const commit = {
      id: SHA,
      message: 'Raise pool\n\nBody',
      timestamp: '2026-02-23T08:00:00+01:00',
      author: { name: 'Ana' },
      added: [],
      modified: ['src/pool.ts'],
      removed: [],
    };
    expect(
      told({ ref: 'refs/heads/main', before: SHA, after: SHA, repository, commits: [commit], pusher: { name: 'ana' } }),
    ).toEqual([
      '2026-02-23T07:00:00Z commit: Raise pool [commit:f95f852bd8fc]',
      `${AT} note: Pushed branch main of shop/checkout with 1 commit [push:shop/checkout:refs/heads/main:f95f852bd8fc:pushed]`,
    ]);
  });

  it('tells merged pull requests as their merge commit, and leaves open ones out', () => {
    const pull = {
      number: 12,
      title: 'Raise pool',
      merged_at: AT,
      merge_commit_sha: SHA,
      base: { ref: 'main', repo: repository },
      head: {},
      user: { login: 'ana' },
    };
    const expected = [`${AT} commit: Merged #12: Raise pool (into main) [commit:f95f852bd8fc]`];
    expect(told({ action: 'closed', pull_request: pull })).toEqual(expected);
    expect(told([pull, { ...pull, merged_at: null }])).toEqual(expected);
    expect(
      told([{ number: 12, title: 'Raise pool', mergedAt: AT, mergeCommit: { oid: SHA }, baseRefName: 'main' }]),
    ).toEqual(expected);
  });

  it('tells commits that the API lists', () => {
    const committer = { name: 'Ana', date: AT };
    expect(told([{ sha: SHA, commit: { message: 'Raise pool', committer, author: committer }, parents: [] }])).toEqual([
      `${AT} commit: Raise pool [commit:f95f852bd8fc]`,
    ]);
  });

  it('gives findings for missing times and for records of another kind, and reads the rest', () => {
    const text = JSON.stringify([{ ...deployment, created_at: 'soon' }, { x: 1 }, deployment]);
    const { events, findings } = readWith(github, text);
    expect(events).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toEqual(['event-without-time', 'evidence-records-skipped']);
  });
});

describe('GitLab', () => {
  const project = { path_with_namespace: 'shop/checkout' };

  it('tells deployments from webhook and API under one key', () => {
    expect(
      told({
        object_kind: 'deployment',
        status: 'success',
        status_changed_at: '2026-02-23 08:05:00 +0100',
        deployment_id: 15,
        environment: 'production',
        short_sha: SHA.slice(0, 8),
        ref: 'main',
        project,
      }),
    ).toEqual([
      `${AT} deploy: Deployment of shop/checkout main (f95f852) to production: success [gitlab-deployment:15:success]`,
    ]);
    expect(
      told([
        {
          id: 15,
          sha: SHA,
          ref: 'main',
          status: 'success',
          created_at: AT,
          updated_at: AT,
          environment: { name: 'production' },
        },
      ]),
    ).toEqual([`${AT} deploy: Deployment main (f95f852) to production: success [gitlab-deployment:15:success]`]);
  });

  it('tells pipelines; those with a stage that deploys are deploys', () => {
    const attributes = {
      id: 31,
      ref: 'main',
      sha: SHA,
      status: 'failed',
      stages: ['build', 'deploy'],
      created_at: '2026-02-23 07:05:00 UTC',
      finished_at: '2026-02-23 07:09:00 UTC',
    };
    expect(told({ object_kind: 'pipeline', object_attributes: attributes, project })).toEqual([
      `${AT} deploy: Pipeline 31 of main (f95f852): failed [gitlab-pipeline:31]`.replace('of main', 'on main'),
    ]);
    expect(told([{ id: 31, sha: SHA, ref: 'main', status: 'success', source: 'push', created_at: AT }])[0]).toContain(
      ' note: Pipeline 31',
    );
  });

  it('tells merge requests when they are merged', () => {
    const attributes = {
      iid: 3,
      title: 'Raise pool',
      target_branch: 'main',
      action: 'merge',
      updated_at: '2026-02-23 07:05:00 UTC',
      merge_commit_sha: SHA,
    };
    const expected = [`${AT} commit: Merged !3: Raise pool (into main) [commit:f95f852bd8fc]`];
    expect(told({ object_kind: 'merge_request', object_attributes: attributes, project })).toEqual(expected);
    expect(
      told([
        {
          iid: 3,
          title: 'Raise pool',
          target_branch: 'main',
          source_branch: 'x',
          merged_at: AT,
          merge_commit_sha: SHA,
        },
      ]),
    ).toEqual(expected);
    expect(
      readWith(
        gitlab,
        JSON.stringify({ object_kind: 'merge_request', object_attributes: { ...attributes, action: 'open' } }),
      ).events,
    ).toEqual([]);
  });
});

describe('Argo CD', () => {
  const entry = (id: number, more: object = {}): object => ({
    id,
    revision: SHA,
    deployedAt: AT,
    deployStartedAt: '2026-02-23T07:04:50Z',
    source: { repoURL: 'https://git/x', path: 'web' },
    ...more,
  });
  const application = (history: object[], more: object = {}): object => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: {},
    status: { history, ...more },
  });

  it('tells deployments with who started them and when', () => {
    const text = JSON.stringify(
      application([entry(0, { initiatedBy: { username: 'ana' } }), entry(1, { initiatedBy: { automated: true } })]),
    );
    expect(recogniseEvidence(evidenceText(text))?.format.id).toBe('argocd-application');
    expect(readWith(argocdApplication, text).events).toMatchObject([
      {
        text: 'Argo CD deployed web at f95f852',
        kind: 'deploy',
        actor: 'ana',
        key: 'argocd:argocd/web:0',
        details: 'Started 2026-02-23T07:04:50Z',
      },
      { text: 'Argo CD deployed web at f95f852 again, nothing else changed', actor: 'Argo CD (automated sync)' },
    ]);
  });

  it('takes the same commit with other parameters for a change of configuration', () => {
    const helm = (value: string): object => ({
      source: { repoURL: 'https://git/x', path: 'web', helm: { parameters: [{ name: 'pool.size', value }] } },
    });
    const { events } = readWith(
      argocdApplication,
      JSON.stringify({ items: [application([entry(0, helm('5')), entry(1, helm('50')), entry(2)])] }),
    );
    expect(events.map(({ kind, text }) => [kind, text])).toEqual([
      ['deploy', 'Argo CD deployed web at f95f852'],
      ['config', 'Argo CD deployed web at f95f852 again with pool.size=50'],
      ['config', 'Argo CD deployed web at f95f852 again with pool.size removed'],
    ]);
  });

  it('tells an operation that failed', () => {
    const operationState = {
      phase: 'Failed',
      message: 'one or more objects failed',
      startedAt: AT,
      finishedAt: '2026-02-23T07:06:00Z',
    };
    expect(readWith(argocdApplication, JSON.stringify(application([], { operationState }))).events).toMatchObject([
      { kind: 'infrastructure', level: 'error', text: 'Argo CD sync of web: Failed: one or more objects failed' },
    ]);
  });

  it('reads the table of argocd app history', () => {
    const text =
      'SOURCE  https://git/shop/web.git\nID      DATE                           REVISION\n0       2026-02-23 08:05:00 +0100 CET  HEAD (f95f852)\n1       soon                           HEAD\n';
    const { events, findings } = readWith(argocdHistory, text);
    expect(events).toMatchObject([
      {
        at: { instant: AT, written: '2026-02-23 08:05:00 +0100 CET' },
        service: 'web',
        hints: ['commit:f95f852'],
        source: { line: 3 },
      },
    ]);
    expect(findings).toMatchObject([{ code: 'event-without-time', place: { line: 4 } }]);
  });
});

describe('the name of a pipeline', () => {
  it('tells whether it deploys', () => {
    expect(
      ['Deploy to prod', 'release', 'CD', 'rollback', 'helm-upgrade'].filter((name) => !isDeployWord(name)),
    ).toEqual([]);
    expect(['Lint', 'CI', 'unit tests', 'relationship', 'abcd'].filter((name) => isDeployWord(name))).toEqual([]);
  });
});

describe('records in several shapes of file', () => {
  it.each([
    ['one per line', (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')],
    ['one after another', (records: object[]) => records.map((record) => JSON.stringify(record, null, 2)).join('\n')],
    ['in a list', (records: object[]) => JSON.stringify(records)],
  ])('are read %s', (_name, write) => {
    const text = write([{ deployment, repository }, { workflow_run: run }]);
    const { events, readings } = readEvidence([evidenceText(text)], { now: '2026-12-31T00:00:00Z' });
    expect(readings[0]?.format).toBe('github');
    expect(events.map(({ key }) => key)).toEqual(['github-deployment:7', 'github-workflow-run:9:2']);
  });
});
