import { commitFact, commitKey } from '../git/commit.ts';
import type { JsonNode } from '../json-node.ts';
import { UNKNOWN_TIME } from './unknown-time.ts';
import { repositoryOf, words } from './record-words.ts';
import type { RecordShape, TimedFact } from './record-format.ts';

const NOTHING = /^0+$/u;

/** Push webhook: the push itself, and the commits it brought. */
export const githubPush: RecordShape = {
  name: 'push',
  signs: ['ref', 'before', 'after', 'repository'],
  facts: (record) => [...record.items('commits').map((commit) => pushedCommit(commit)), pushFact(record)],
};

function pushFact(record: JsonNode): TimedFact {
  const name = record.string('ref')?.replace(/^refs\/(?:heads|tags)\//u, '') ?? '';
  const what = record.string('ref')?.startsWith('refs/tags/') === true ? 'tag' : 'branch';
  const after = record.string('after') ?? '';
  const deleted = record.boolean('deleted') === true || NOTHING.test(after);
  const commits = record.items('commits').length;
  const service = repositoryOf(record);
  return {
    at: pushTime(record),
    kind: 'note',
    text: words(
      deleted ? `Deleted ${what} ${name}` : `Pushed ${what} ${name}`,
      record.boolean('forced') === true ? '(forced)' : undefined,
      service && `of ${service}`,
      commits > 0 ? `with ${commits} ${commits === 1 ? 'commit' : 'commits'}` : undefined,
    ),
    actor: record.string('pusher', 'name') ?? record.string('sender', 'login') ?? record.string('user_name'),
    service,
    key: `push:${service}:${record.string('ref')}:${(deleted ? (record.string('before') ?? '') : after).slice(0, 12)}:${deleted ? 'deleted' : 'pushed'}`,
    hints: deleted ? [] : [commitKey(after)],
    names: [name],
  };
}

/** `pushed_at` is in epoch seconds in this webhook; the commit's own time is the next best. */
function pushTime(record: JsonNode): string | undefined {
  return record.scalar('repository', 'pushed_at') ?? record.string('head_commit', 'timestamp');
}

function pushedCommit(node: JsonNode): TimedFact {
  const message = (node.string('message') ?? '').split('\n');
  const paths = ['added', 'modified', 'removed']
    .flatMap((list) => node.items(list))
    .flatMap((path) => path.string() ?? []);
  const commit = {
    start: node.start,
    end: node.end,
    sha: node.string('id') ?? '',
    author: node.string('author', 'name'),
    subject: message[0] ?? '',
    body: message.slice(1).join('\n'),
    paths,
  };
  return { ...commitFact(commit, UNKNOWN_TIME), endedAt: undefined, node, at: node.string('timestamp') };
}

/** `GET /repos/{owner}/{repo}/commits`. */
export const githubCommit: RecordShape = {
  name: 'commit',
  signs: ['sha', 'commit.message', 'commit.committer'],
  facts: (node) => {
    const message = (node.string('commit', 'message') ?? '').split('\n');
    const commit = {
      start: node.start,
      end: node.end,
      sha: node.string('sha') ?? '',
      author: node.string('author', 'login') ?? node.string('commit', 'author', 'name'),
      subject: message[0] ?? '',
      body: message.slice(1).join('\n'),
      paths: node.items('files').flatMap((file) => file.string('filename') ?? []),
      merge: node.items('parents').length > 1,
    };
    const at = node.string('commit', 'committer', 'date') ?? node.string('commit', 'author', 'date');
    return [{ ...commitFact(commit, UNKNOWN_TIME), endedAt: undefined, at }];
  },
};

const pullRequestHook: RecordShape = {
  name: 'pull request',
  signs: ['pull_request.number', 'pull_request.title'],
  facts: (record) => pullRequest.facts(record.get('pull_request') ?? record),
};

/** A pull request counts when it is merged: then it is the same fact as its merge commit. */
const pullRequest: RecordShape = {
  name: 'pull request',
  signs: ['number', 'title', 'base', 'head'],
  facts: (node) =>
    merged(node, {
      at: node.string('merged_at'),
      sha: node.string('merge_commit_sha'),
      actor: node.string('merged_by', 'login') ?? node.string('user', 'login'),
      service: node.string('base', 'repo', 'full_name'),
      branch: node.string('base', 'ref'),
    }),
};

/** `gh pr list --json number,title,mergedAt,mergeCommit,author,…` */
const listedPullRequest: RecordShape = {
  name: 'pull request',
  signs: ['number', 'title', 'mergedAt'],
  facts: (node) =>
    merged(node, {
      at: node.string('mergedAt'),
      sha: node.string('mergeCommit', 'oid'),
      actor: node.string('mergedBy', 'login') ?? node.string('author', 'login'),
      service: undefined,
      branch: node.string('baseRefName'),
    }),
};

type Merge = Readonly<Record<'at' | 'sha' | 'actor' | 'service' | 'branch', string | undefined>>;

function merged(node: JsonNode, { at, sha, actor, service, branch }: Merge): TimedFact[] {
  if (at === undefined) return [];
  const title = node.string('title') ?? '';
  const number = node.scalar('number');
  const paths = node.items('files').flatMap((file) => file.string('path') ?? []);
  const commit = { start: node.start, end: node.end, sha: sha ?? '', author: actor, subject: title, paths };
  const fact = commitFact(commit, UNKNOWN_TIME);
  return [
    {
      ...fact,
      endedAt: undefined,
      at,
      text: words(`Merged #${number}:`, title, branch && `(into ${branch})`),
      service: service ?? fact.service,
      key: sha === undefined ? `github-pull:${service ?? ''}#${number}` : fact.key,
      hints: [`#${number}`, title, ...(sha === undefined ? [] : [commitKey(sha)])],
      details: node.string('body'),
    },
  ];
}

/** The shapes of a merged pull request. */
export const githubPullRequest: readonly RecordShape[] = [pullRequestHook, pullRequest, listedPullRequest];
