import { EventCollector } from '../event-collector.ts';
import type { TextLine } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { changedPath, startsPatch } from './changed-paths.ts';
import { type Commit, commitFact } from './commit.ts';
import { gitTime } from './git-time.ts';
import { remarkUntimed } from './untimed-commits.ts';

const ID = 'git-log';
/** Lines that `--graph` draws beside the text; the first line of a merge is set off further. */
const GRAPH = /^(?:[*|\\/_.-] ?)*[*|\\/_](?: |$)/u;
const START = /^commit (?:[-<>=+] ?)?([0-9a-f]{7,64})(?: [0-9a-f]{7,64})*(?: +\(([^)]*)\))?$/iu;
const HEADER = /^ *(Author|AuthorDate|Commit|CommitDate|Date|Merge|Reflog|Reflog message|Notes): ?(.*)$/u;
const RAW_HEADER = /^(author|committer|tree|parent|encoding|gpgsig|mergetag) (.*)$/u;
const RAW_PERSON = /^(.*?) ?<[^>]*> (\d+ [+-]\d{4})$/u;

/** Blocks that start with `commit <hash>`: the formats medium, short, full, fuller and raw, with or without a graph. */
export const gitLogBlocks: Format = { id: ID, label: 'git log', recognise, read };

function recognise({ lines }: Sample): number {
  const at = lines.findIndex((line) => START.test(bare(line)));
  if (at === -1 || at > 3) return 0;
  const next = bare(lines[at + 1] ?? '');
  return HEADER.test(next) || RAW_HEADER.test(next) ? 0.98 : 0.6;
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

function bare(line: string): string {
  const text = line.replace(GRAPH, '');
  const start = text.trimStart();
  return text !== line && START.test(start) ? start : text;
}

/** A commit while its lines are read. */
class Block {
  readonly sha: string;
  readonly refs: string | undefined;
  readonly start: number;
  end: number;
  readonly #headers = new Map<string, string>();
  readonly #message: string[] = [];
  readonly #paths: string[] = [];
  #part: 'header' | 'message' | 'patch' = 'header';

  constructor(line: TextLine, match: RegExpExecArray) {
    this.sha = (match[1] ?? '').toLowerCase();
    this.refs = match[2];
    this.start = line.start;
    this.end = line.end;
  }

  take(line: TextLine, text: string): void {
    if (text.trim() !== '') this.end = line.end;
    if (this.#part === 'header' && this.#takesHeader(text)) return;
    if (startsPatch(text.trimStart())) this.#part = 'patch';
    if (this.#part === 'message' && /^(?: {4}|\s*$)/u.test(text)) this.#message.push(text.trimEnd());
    else this.#takesPath(text);
  }

  /** Headers end at the first blank line. */
  #takesHeader(text: string): boolean {
    if (text.trim() === '') {
      this.#part = 'message';
      return true;
    }
    const match = HEADER.exec(text) ?? RAW_HEADER.exec(text);
    if (match === null) return text.startsWith(' ');
    const [, name = '', value = ''] = match;
    this.#headers.set(name === 'parent' && this.#headers.has(name) ? 'Merge' : name, value.trim());
    return true;
  }

  #takesPath(text: string): void {
    if (this.#part === 'patch' && !startsPatch(text.trimStart())) return;
    const path = changedPath(text.trimStart())?.path;
    if (path !== undefined && !this.#paths.includes(path)) this.#paths.push(path);
  }

  finish(): Commit {
    const person = (name: string): RegExpExecArray | null => RAW_PERSON.exec(this.#headers.get(name) ?? '');
    const date = (name: string): string | undefined => this.#headers.get(name);
    const message = withoutIndent(this.#message);
    return {
      sha: this.sha,
      refs: this.refs,
      start: this.start,
      end: this.end,
      date:
        date('CommitDate') ?? person('committer')?.[2] ?? date('Date') ?? date('AuthorDate') ?? person('author')?.[2],
      author: person('author')?.[1] ?? this.#headers.get('Author')?.replace(/ *<[^>]*>$/u, ''),
      subject: message[0] ?? '',
      body: message.slice(1).join('\n').trim(),
      paths: this.#paths,
      merge: this.#headers.has('Merge'),
    };
  }
}

/** Messages stand four columns in, more where a graph bends. */
function withoutIndent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== '').map((line) => line.search(/\S/u));
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const message = lines.map((line) => line.slice(Math.min(indent, line.length)));
  return message.join('\n').trim().split('\n');
}

function* commitsOf({ index }: EventCollector): Generator<Commit> {
  let block: Block | undefined;
  for (const line of index.lines()) {
    const text = bare(line.text);
    const match = START.exec(text);
    if (match !== null) {
      if (block !== undefined) yield block.finish();
      block = new Block(line, match);
    } else block?.take(line, text);
  }
  if (block !== undefined) yield block.finish();
}
