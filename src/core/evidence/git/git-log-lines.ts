import { EventCollector } from '../event-collector.ts';
import type { TextLine } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { changedPath } from './changed-paths.ts';
import { type Commit, commitFact } from './commit.ts';
import { findDate, gitTime } from './git-time.ts';
import { remarkUntimed } from './untimed-commits.ts';

const ID = 'git-log-lines';
const GRAPH = /^(?:[*|\\/_.-] ?)*[*|\\/_](?: +|$)/u;
/** A hash stands first, or right after the date; it has to have a digit and a letter unless it is whole. */
const SHA = /^["'([<]?((?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,40}|[0-9a-f]{40}|[0-9a-f]{64})(?=$|[\s|,;:"')\]>])/u;
const SEPARATORS = /^[\s|,;:"'[\]()<>–—-]+/u;
const RELATIVE = /[([<]?\d+ (?:second|minute|hour|day|week|month|year)s?(?:, \d+ months?)? ago[)\]>]?/u;
const REFS = /^\(((?:HEAD|tag: |origin\/|[\w./-]+(?:, |\)))[^)]*)\)?\s*/u;

/** One line for each commit, as `--oneline` or `--format="%h %ai %s"` print it. */
export const gitLogLines: Format = { id: ID, label: 'git log, one line per commit', recognise, read };

/** Where commits are listed with their files, only the first of several lines is one. */
function recognise({ lines }: Sample): number {
  const parsed = lines.slice(0, 100).map((line) => parseLine({ text: line, start: 0, end: line.length, line: 1 }));
  if (parsed[0] === null) return 0;
  const commits = parsed.filter((commit) => commit !== null);
  const others = lines.slice(0, 100).filter((line, at) => parsed[at] === null && changedPath(line) === null);
  const share = commits.length / Math.max(1, commits.length + others.length);
  const dated = commits.every(({ date }) => date !== undefined);
  return share < 0.5 ? 0 : (dated ? 0.85 : 0.7) * share;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  const untimed: Commit[] = [];
  for (const commit of commitsOf(events)) {
    const at = gitTime(commit.date, events);
    if (at === null) untimed.push(commit);
    else events.add(commit, commitFact(commit, at));
  }
  remarkUntimed(events, untimed);
  return events.reading();
}

/** Lines that are no commit belong to the one above: changed files, or a body. */
function* commitsOf({ index }: EventCollector): Generator<Commit> {
  let open: { commit: Commit; paths: string[]; body: string[]; end: number } | undefined;
  for (const line of index.lines()) {
    const commit = parseLine(line);
    if (commit !== null) {
      if (open !== undefined) yield { ...open.commit, ...open, body: open.body.join('\n') };
      open = { commit, paths: [], body: [], end: line.end };
    } else if (open !== undefined && line.text.trim() !== '') {
      const change = changedPath(line.text.replace(GRAPH, ''));
      if (change?.path !== undefined) open.paths.push(change.path);
      else if (change === null && line.text.replace(GRAPH, '').trim() !== '') open.body.push(line.text);
      open.end = line.end;
    }
  }
  if (open !== undefined) yield { ...open.commit, ...open, body: open.body.join('\n') };
}

/** Reads hash, date, author and subject of a line, whatever their order; null if it has no hash in one of its places. */
function parseLine(line: TextLine): Commit | null {
  const text = withoutQuotes(line.text.replace(GRAPH, '').trim());
  const found = takeSha(text);
  if (found === null) return null;
  const { sha, before, rest } = found;
  const date = before === undefined ? findDate(rest) : null;
  const relative = RELATIVE.exec(rest);
  const { subject, author, refs } = fields(rest, date);
  return {
    sha,
    subject,
    author,
    refs,
    start: line.start,
    end: line.end,
    paths: [],
    date: before ?? date?.text ?? relative?.[0].replaceAll(/[()[\]<>]/gu, ''),
    merge: /^Merge (?:branch|pull request|remote-tracking branch|tag)\b/u.test(subject),
  };
}

/** `"%h","%ad","%s"` and `'%h %ad %s'` are lists, too. */
function withoutQuotes(text: string): string {
  const quote = /^(["']).*\1$/u.exec(text)?.[1];
  return quote === undefined ? text : text.slice(1, -1).replaceAll(new RegExp(`${quote}([|,;\t])${quote}`, 'gu'), '$1');
}

function takeSha(text: string): { sha: string; rest: string; before: string | undefined } | null {
  const first = SHA.exec(text);
  if (first?.[1] !== undefined) return { sha: first[1], rest: text.slice(first[0].length), before: undefined };
  const date = findDate(text);
  if (date === null || date.start > 2) return null;
  const after = text.slice(date.end).replace(SEPARATORS, '');
  const second = SHA.exec(after);
  if (second?.[1] === undefined) return null;
  return { sha: second[1], rest: after.slice(second[0].length), before: date.text };
}

/** What stands between hash and date is the author where a subject follows, else the subject. */
function fields(
  rest: string,
  date: { start: number; end: number } | null,
): Pick<Commit, 'subject' | 'author' | 'refs'> {
  const between = date === null ? '' : trimmed(rest.slice(0, date.start));
  const after = trimmed(date === null ? rest : rest.slice(date.end));
  const refs = REFS.exec(after)?.[1] ?? REFS.exec(between)?.[1];
  const subject = after.replace(REFS, '');
  if (subject === '') return { subject: between.replace(REFS, ''), author: undefined, refs };
  const author = between.replace(REFS, '');
  return { subject, author: author === '' ? undefined : author, refs };
}

/** Separators at the ends go; a bracket that opens a list of branches and the author of a subject stay. */
function trimmed(text: string): string {
  return text.replace(/^[\s|,;:\])>–—-]+/u, '').replace(/[\s|,;:[(<–—-]+$/u, '');
}
