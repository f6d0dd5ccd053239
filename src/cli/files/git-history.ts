import { spawn } from 'node:child_process';

import { refuse } from '#core/errors';
import { type EvidenceText, GIT_LOG_ARGUMENTS } from '#core/evidence';
import { evidenceText } from '#integrations/file-bytes';

/** Commits read of a repository where no window is known. */
const MOST_COMMITS = 5000;

/**
 * The history of a repository inside a window (all branches, newest first), as git prints it. Its bytes are evidence
 * like every file. Refuses what is no repository. Undefined if no commit is in the window.
 */
export async function readGitHistory(
  directory: string,
  window: { readonly from: string; readonly to: string } | undefined,
): Promise<EvidenceText | undefined> {
  const range = window ? [`--since=${window.from}`, `--until=${window.to}`] : [`--max-count=${MOST_COMMITS}`];
  const bytes = await runGit(directory, [...GIT_LOG_ARGUMENTS, '--all', ...range]);
  if (bytes.length === 0) return undefined;
  const text = evidenceText(`${directory} (git log)`, bytes);
  return 'severity' in text ? undefined : text;
}

async function runGit(directory: string, args: readonly string[]): Promise<Buffer> {
  const git = spawn('git', ['-C', directory, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  const complaints: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    git.on('error', reject);
    git.on('close', resolve);
  }).catch((error: unknown) =>
    refuse('git-unavailable', { reason: error instanceof Error ? error.message : String(error) }),
  );
  if (code === 0) return Buffer.concat(chunks);
  const complaint = Buffer.concat(complaints).toString().split('\n', 1)[0] ?? '';
  return refuse('repository-missing', {
    path: directory,
    reason: complaint.replace(/^fatal: /u, '').replace(/\.$/u, ''),
  });
}
