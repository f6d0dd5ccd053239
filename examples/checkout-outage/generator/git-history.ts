import { COMMITS, type Commit } from './commits.data.ts';
import { gitDate } from './clock.ts';

/** Text as `git log --name-only` prints it: newest first, merges without files, message indented by four blanks. */
export function gitLog(): string {
  return COMMITS.toSorted((a, b) => b.at - a.at)
    .map((commit) => entry(commit))
    .join('\n');
}

function entry(commit: Commit): string {
  const head = [`commit ${commit.sha}`];
  if (commit.merge) head.push(`Merge: ${commit.merge.map((sha) => sha.slice(0, 8)).join(' ')}`);
  head.push(`Author: ${commit.author} <${commit.email}>`, `Date:   ${gitDate(commit.at, commit.zone)}`, '');
  const message = commit.message.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  const files = commit.files ? ['', ...commit.files] : [];
  return `${[...head, ...message, ...files].join('\n')}\n`;
}
