import { EventCollector } from '../event-collector.ts';
import type { EvidenceText, EventKind, Format, ReadContext, Reading, Sample } from '../types.ts';
import { changeKind } from './change-kind.ts';
import { commitKey } from './commit.ts';
import { gitTime } from './git-time.ts';

const ID = 'git-reflog';
const LINE = /^([0-9a-f]{7,64})(?: \([^)]*\))? (\S+)@\{([^}]*)\}: (?:([\w -]+(?: \([^)]*\))?): ?)?(.*)$/u;
/** Steps that put a new commit on the branch; the others only move it. */
const COMMITS = /^(?:commit|merge|pull|cherry-pick|revert|am)\b/u;

/** `git reflog --date=iso`: what happened to a branch in one clone. */
export const gitReflog: Format = { id: ID, label: 'git reflog', recognise, read };

function recognise({ lines }: Sample): number {
  const share = lines.filter((line) => LINE.test(line)).length / Math.max(1, lines.length);
  return share < 0.5 ? 0 : 0.95 * share;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  let untimed: { start: number; count: number } | undefined;
  for (const line of events.index.lines()) {
    const match = LINE.exec(line.text);
    if (match === null) continue;
    const [, sha = '', ref = '', selector, step, message = ''] = match;
    const at = /^\d{1,6}$/u.test(selector ?? '') ? null : gitTime(selector, events);
    if (at === null) {
      untimed = { start: untimed?.start ?? line.start, count: (untimed?.count ?? 0) + 1 };
      continue;
    }
    const text = step === undefined ? message : `${step}: ${message}`;
    events.add(line, { at, text: `${ref} ${text}`, kind: kindOf(step, message), ...identity(sha, step) });
  }
  if (untimed !== undefined) remarkUntimed(events, untimed);
  return events.reading();
}

function kindOf(step: string | undefined, message: string): EventKind {
  return step !== undefined && COMMITS.test(step) ? changeKind(message, []) : 'command';
}

/** A commit here is the same fact as in `git log`; moving a branch is a fact of its own that names the commit. */
function identity(sha: string, step: string | undefined): { key?: string; hints: string[] } {
  const key = commitKey(sha);
  return step !== undefined && COMMITS.test(step) ? { key, hints: [key] } : { hints: [key] };
}

function remarkUntimed(events: EventCollector, { start, count }: { start: number; count: number }): void {
  events.remark(start, {
    code: 'commit-without-time',
    message: `${count} ${count === 1 ? 'entry' : 'entries'} of the reflog have no time.`,
    help: 'Print them with: git reflog --date=iso',
  });
}
