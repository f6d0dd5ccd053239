import type { WrittenTime } from '#core/time';

import type { Fact } from '../event-collector.ts';
import type { Span } from '../source-text.ts';
import { changeKind } from './change-kind.ts';

/** A commit as some output of git tells it. */
export interface Commit extends Span {
  /** Hash, whole or abbreviated, lower-case hex. */
  readonly sha: string;
  /** When it landed (committer date) where the output has it, else when it was written (author date). */
  readonly date?: string | undefined;
  readonly author?: string | undefined;
  readonly subject: string;
  /** Lines after the subject, without indentation. */
  readonly body?: string | undefined;
  /** Changed paths. */
  readonly paths: readonly string[];
  /** True where the output says that it has several parents. */
  readonly merge?: boolean;
  /** Branches and tags. */
  readonly refs?: string | undefined;
}

const SCOPE = /^(?:[a-z]+\(([^()]+)\)!?|([\w./-]+))!?: /u;
const CONVENTIONAL =
  /^(?:feat|fix|chore|docs|refactor|test|tests|build|ci|perf|style|revert|merge|wip|hotfix|bugfix|bump)$/iu;
const MOST_PATHS = 200;

/** The event of a commit. Its key is `commit:` with the first twelve digits of the hash (fewer where it is abbreviated). */
export function commitFact(commit: Commit, at: WrittenTime): Fact {
  const scope = scopeOf(commit.subject);
  return {
    at,
    text: commit.subject === '' ? `Commit ${commit.sha.slice(0, 8)} (no message)` : commit.subject,
    kind: changeKind(commit.subject, commit.paths),
    actor: commit.author,
    service: scope,
    key: commitKey(commit.sha),
    hints: [commitKey(commit.sha), ...revertedShas(commit.body)],
    details: detailsOf(commit),
    names: [...new Set([...(scope === undefined ? [] : [scope]), ...commit.paths.slice(0, MOST_PATHS)])],
  };
}

/** Identity of a commit across sources. */
export function commitKey(sha: string): string {
  return `commit:${sha.slice(0, 12).toLowerCase()}`;
}

/** `checkout: raise pool size` and `fix(checkout): raise pool size` both name checkout. */
function scopeOf(subject: string): string | undefined {
  const match = SCOPE.exec(subject);
  const scope = match?.[1] ?? match?.[2];
  return scope === undefined || CONVENTIONAL.test(scope) ? undefined : scope;
}

/** Git writes the hash of what is reverted or picked into the body. */
function revertedShas(body: string | undefined): string[] {
  const matches = body?.matchAll(/\b(?:reverts commit|cherry picked from commit) ([0-9a-f]{7,64})\b/giu) ?? [];
  return [...matches].map(([, sha]) => `undoes:${(sha ?? '').slice(0, 12)}`);
}

function detailsOf({ body, paths, refs, merge }: Commit): string | undefined {
  const more = paths.length > MOST_PATHS ? [`… and ${paths.length - MOST_PATHS} more paths`] : [];
  const parts = [
    refs === undefined || refs === '' ? '' : `Refs: ${refs}`,
    merge === true ? 'Merge commit' : '',
    body?.trim() ?? '',
    [...paths.slice(0, MOST_PATHS), ...more].join('\n'),
  ];
  const details = parts.filter((part) => part !== '').join('\n\n');
  return details === '' ? undefined : details;
}
