import { EventCollector } from '../event-collector.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { type Commit, commitFact } from './commit.ts';
import { gitTime } from './git-time.ts';

const ID = 'git-log-records';
const RECORD = '\u001e';
const FIELD = '\u001f';
/** Hash, parents, author, mail, author date, committer date, refs, subject, body. */
const FIELDS = ['%H', '%P', '%an', '%ae', '%aI', '%cI', '%D', '%s', '%b'] as const;

/**
 * Arguments for `git` that print a repository's history in the form this program reads best: every field
 * separated by control characters that no message contains, changed paths after them. The caller adds a range
 * (`--since=…`, `--until=…`, branches).
 */
export const GIT_LOG_ARGUMENTS: readonly string[] = [
  '-c',
  'core.quotePath=false',
  'log',
  '--no-color',
  '--no-show-signature',
  '--name-only',
  '--encoding=UTF-8',
  `--format=%x1e${FIELDS.join('%x1f')}%x1f`,
];

/** Output of `git` with {@link GIT_LOG_ARGUMENTS}. */
export const gitLogRecords: Format = { id: ID, label: 'git log, read from the repository', recognise, read };

function recognise({ head }: Sample): number {
  const start = head.trimStart();
  return start.startsWith(RECORD) && /^[0-9a-f]{40,64}$/u.test(start.slice(1).split(FIELD, 1)[0] ?? '') ? 1 : 0;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  const { text } = input;
  for (let start = text.indexOf(RECORD); start !== -1;) {
    const next = text.indexOf(RECORD, start + 1);
    const end = next === -1 ? text.length : next;
    addRecord(events, text.slice(start + 1, end), start + 1);
    start = next;
  }
  return events.reading();
}

function addRecord(events: EventCollector, record: string, start: number): void {
  const fields = record.split(FIELD);
  const [sha = '', parents = '', author, , , date, refs, subject = '', body] = fields;
  const at = fields.length > FIELDS.length ? gitTime(date, events) : null;
  if (at === null || !/^[0-9a-f]{7,64}$/u.test(sha)) {
    events.remark(start, {
      code: 'evidence-malformed',
      message: `The record of commit “${sha.slice(0, 40)}” is not complete.`,
      help: 'Read the repository again.',
    });
    return;
  }
  const paths = (fields[FIELDS.length] ?? '').split(/\r?\n/u).filter((path) => path !== '');
  const span = { start, end: start + record.trimEnd().length };
  const commit: Commit = { ...span, sha, author, refs, subject, body, paths, merge: parents.includes(' ') };
  events.add(span, commitFact(commit, at));
}
