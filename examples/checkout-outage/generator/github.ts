import { hex } from './chance.ts';
import { at, iso } from './clock.ts';
import { COMMITS } from './commits.data.ts';
import { PEOPLE, SHA, T, type Person } from './story.ts';

const API = 'https://api.github.com/repos/larkspur/shop';
const WEB = 'https://github.com/larkspur/shop';
const BOT = { login: 'larkspur-deploy[bot]', id: 58110237, type: 'Bot' };

type Account = { login: string; id: number; type: string };
const account = (person: Person): Account => ({
  login: person.handle.replace('.', '-'),
  id: person.githubId,
  type: 'User',
});

const nodeId = (kind: string, id: number): string => `${kind}_${Buffer.from(`kw${id}`).toString('base64url')}`;

function user({ login, id, type }: Account): unknown {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: type === 'Bot' ? 'https://github.com/apps/larkspur-deploy' : `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

const repository = {
  id: 402118844,
  node_id: 'R_kgDOF_fIPA',
  name: 'shop',
  full_name: 'larkspur/shop',
  private: true,
  html_url: WEB,
  description: 'Everything behind larkspur.example',
  fork: false,
  url: API,
};

/** One run of a deploy workflow; `deployment` is when its job reached the environment. */
interface Release {
  readonly service: 'checkout-api' | 'cart' | 'payments';
  readonly sha: string;
  readonly run: number;
  readonly by: Person;
  readonly title: string;
  readonly created: number;
  readonly deployment: number;
  readonly done: number;
}

const RELEASES: readonly Release[] = [
  {
    service: 'payments',
    sha: hex('commit:payments: retry webhooks of the provider with jitter', 40),
    run: 4803,
    by: PEOPLE.meiling,
    title: 'payments: retry webhooks of the provider with jitter',
    created: at('Mon 08:20:02'),
    deployment: at('Mon 08:27:40'),
    done: at('Mon 08:30:15'),
  },
  {
    service: 'checkout-api',
    sha: SHA.goodMerge,
    run: 4809,
    by: PEOPLE.ana,
    title: 'Merge pull request #1866 from larkspur/guest-voucher',
    created: at('Mon 14:01:36'),
    deployment: at('Mon 14:10:41'),
    done: at('Mon 14:14:50'),
  },
  {
    service: 'cart',
    sha: SHA.cartMerge,
    run: 4819,
    by: PEOPLE.meiling,
    title: 'Merge pull request #1870 from larkspur/gift-wrap',
    created: at('12:29:55'),
    deployment: at('12:38:58'),
    done: at('12:41:27'),
  },
  {
    service: 'checkout-api',
    sha: SHA.badMerge,
    run: 4821,
    by: PEOPLE.tomasz,
    title: 'Merge pull request #1873 from larkspur/tidy-checkout-config',
    created: T.badRun,
    deployment: T.badDeployment,
    done: T.badDeployed,
  },
  {
    service: 'checkout-api',
    sha: SHA.revertMerge,
    run: 4824,
    by: PEOPLE.olu,
    title: 'Merge pull request #1877 from larkspur/revert-1873-tidy-checkout-config',
    created: T.revertRun,
    deployment: T.revertDeployment,
    done: T.revertDeployed,
  },
];

const deploymentId = (release: Release): number => 2_114_400_000 + release.run * 173;
const runId = (run: number): number => 14_022_000_000 + run * 7919;

/** `GET /repos/larkspur/shop/deployments`: newest first. */
export function deployments(): unknown[] {
  return RELEASES.toSorted((a, b) => b.deployment - a.deployment).map((release) => {
    const id = deploymentId(release);
    return {
      url: `${API}/deployments/${id}`,
      id,
      node_id: nodeId('DE', id),
      task: 'deploy',
      original_environment: 'production',
      environment: 'production',
      description: `${release.service} ${release.sha.slice(0, 7)}`,
      created_at: iso(release.deployment),
      updated_at: iso(release.done),
      statuses_url: `${API}/deployments/${id}/statuses`,
      repository_url: API,
      creator: user(BOT),
      sha: release.sha,
      ref: 'main',
      payload: { service: release.service, run: release.run },
      transient_environment: false,
      production_environment: true,
      performed_via_github_app: null,
    };
  });
}

/** `GET /repos/larkspur/shop/deployments/{id}/statuses` of the deployment that started it: newest first. */
export function badDeploymentStatuses(): unknown[] {
  const release = RELEASES.find(({ sha }) => sha === SHA.badMerge);
  if (!release) throw new Error('The bad release is missing.');
  const states: readonly (readonly [string, number, string])[] = [
    ['success', T.badDeployed, 'Rollout of checkout-api complete'],
    ['in_progress', T.badDeployment + 2000, 'Waiting for Argo CD'],
    ['queued', T.badDeployment + 1000, ''],
  ];
  return states.map(([state, time, description], index) =>
    deploymentStatus(release, { state, time, description, id: 3_301_220_914 - index * 61 }),
  );
}

interface Status {
  readonly state: string;
  readonly time: number;
  readonly description: string;
  readonly id: number;
}

function deploymentStatus(release: Release, status: Status): unknown {
  const deployment = `${API}/deployments/${deploymentId(release)}`;
  const log = `${WEB}/actions/runs/${runId(release.run)}/job/${runId(release.run) + 4411}`;
  return {
    url: `${deployment}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DES', status.id),
    state: status.state,
    creator: user(BOT),
    description: status.description,
    environment: 'production',
    target_url: log,
    created_at: iso(status.time),
    updated_at: iso(status.time),
    deployment_url: deployment,
    repository_url: API,
    environment_url: 'https://larkspur.example',
    log_url: log,
    performed_via_github_app: null,
  };
}

interface Run {
  readonly name: string;
  readonly path: string;
  readonly sha: string;
  readonly number: number;
  readonly by: Person;
  readonly title: string;
  readonly created: number;
  readonly done: number;
  readonly conclusion: string;
}

const RUNS: readonly Run[] = [
  ...RELEASES.map((release) => ({
    name: `Deploy ${release.service}`,
    path: `.github/workflows/deploy-${release.service}.yml`,
    sha: release.sha,
    number: release.run,
    by: release.by,
    title: release.title,
    created: release.created,
    done: release.done + 6000,
    conclusion: 'success',
  })),
  checks(4815, PEOPLE.ingrid, {
    title: 'checkout-api: measure time per step',
    created: at('10:22:12'),
    done: at('10:29:44'),
    conclusion: 'success',
  }),
  checks(4817, PEOPLE.ana, {
    title: 'checkout-api: fix a flaky test of delivery slots',
    created: at('10:57:50'),
    done: at('11:06:03'),
    conclusion: 'failure',
  }),
  checks(4820, PEOPLE.ingrid, {
    title: 'Tidy up checkout-api configuration',
    created: at('12:31:22'),
    done: at('12:38:47'),
    conclusion: 'success',
  }),
  checks(4822, PEOPLE.ana, {
    title: 'docs: checkout-api runbook, new section on database connections',
    created: at('13:09:47'),
    done: at('13:10:20'),
    conclusion: 'success',
  }),
  checks(4823, PEOPLE.tomasz, {
    title: 'web: smaller pictures in the mini cart',
    created: at('13:19:09'),
    done: at('13:24:31'),
    conclusion: 'success',
  }),
];

function checks(number: number, by: Person, rest: Pick<Run, 'title' | 'created' | 'done' | 'conclusion'>): Run {
  const commit = COMMITS.find(({ message }) => message.startsWith(rest.title));
  if (!commit) throw new Error(`No commit is called "${rest.title}".`);
  return { name: 'Checks', path: '.github/workflows/checks.yml', sha: commit.sha, number, by, ...rest };
}

/** `GET /repos/larkspur/shop/actions/runs`: newest first; the repository objects are shortened. */
export function workflowRuns(): unknown {
  const runs = RUNS.toSorted((a, b) => b.created - a.created);
  return { total_count: runs.length, workflow_runs: runs.map((run) => workflowRun(run)) };
}

function workflowRun(run: Run): unknown {
  const id = runId(run.number);
  const url = `${API}/actions/runs/${id}`;
  const suite = id + 21_044_119_023;
  const workflow = Number.parseInt(hex(run.path, 6), 16) + 90_000_000;
  return {
    id,
    name: run.name,
    node_id: nodeId('WFR', id),
    head_branch: run.sha === SHA.badCommit ? 'tidy-checkout-config' : 'main',
    head_sha: run.sha,
    path: run.path,
    display_title: run.title,
    run_number: run.number,
    event: run.sha === SHA.badCommit ? 'pull_request' : 'push',
    status: 'completed',
    conclusion: run.conclusion,
    workflow_id: workflow,
    check_suite_id: suite,
    check_suite_node_id: nodeId('CS', suite),
    url,
    html_url: `${WEB}/actions/runs/${id}`,
    pull_requests: [],
    created_at: iso(run.created),
    updated_at: iso(run.done),
    actor: user(account(run.by)),
    run_attempt: 1,
    referenced_workflows: [],
    run_started_at: iso(run.created),
    triggering_actor: user(account(run.by)),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${API}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${API}/actions/workflows/${workflow}`,
    head_commit: headCommit(run),
    repository,
    head_repository: repository,
  };
}

function headCommit(run: Run): unknown {
  const commit = COMMITS.find(({ sha }) => sha === run.sha);
  return {
    id: run.sha,
    tree_id: hex(`tree:${run.sha}`, 40),
    message: commit?.message ?? run.title,
    timestamp: iso(commit?.at ?? run.created - 7000),
    author: { name: run.by.name, email: run.by.email },
    committer: run.title.startsWith('Merge')
      ? { name: 'GitHub', email: 'noreply@github.com' }
      : { name: run.by.name, email: run.by.email },
  };
}
