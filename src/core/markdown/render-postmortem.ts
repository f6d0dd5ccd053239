import type { Finding } from '#core/errors';
import { resolveRecord, type Postmortem } from '#core/record';

import { drawNotes, labelOf, listAt, NOTES_TITLE } from './additional-notes.ts';
import { arrangeRecord, contentOf } from './arrange-record.ts';
import type { Dialect } from './dialects/dialect.ts';
import { type DialectChoice, dialectOf } from './dialects/index.ts';
import { drawDocument } from './draw-document.ts';
import { dialectMark } from './dialect-mark.ts';
import { isRecognised, parsePostmortem } from './parse-postmortem.ts';
import { leavesOf } from './record-path.ts';

/** Settings of {@link renderPostmortem}. */
export interface RenderOptions {
  /** Show the template's prompts where a value is absent. Default false: what is absent is left out. */
  readonly prompts?: boolean;
  /** Write the template's guidance as comments. Default false. */
  readonly guidance?: boolean;
}

/** A document and what could not stand where its template would have it. */
export interface RenderedDocument {
  readonly markdown: string;
  readonly findings: readonly Finding[];
}

/** Leaves that follow from others, or name the dialect itself. */
const DERIVED = /^(?:dialect|severity\.rank|people(?:\..*)?)$/u;

/**
 * Writes a record in a dialect, so that reading it gives the same record again. What the dialect has no place for, or
 * what would not read back from its place, stands under "Additional notes", and a finding names it. Nothing is written
 * that does not read back exactly without a finding that says so.
 */
export function renderPostmortem(
  record: Postmortem,
  choice: DialectChoice,
  options: RenderOptions = {},
): RenderedDocument {
  const dialect = dialectOf(choice);
  const { attempt, document } = renderExactly(record, dialect, options);
  return { ...document, markdown: withMark(document.markdown, attempt) };
}

/** What nobody would take for the dialect it is written in says so itself. */
function withMark(markdown: string, attempt: Attempt): string {
  if (isRecognised(markdown, attempt.dialect, attempt.record)) return markdown;
  const marked = `${markdown}\n${dialectMark(attempt.dialect.id)}\n`;
  return readsAs(marked, attempt) || !readsAs(markdown, attempt) ? marked : markdown;
}

function renderExactly(
  record: Postmortem,
  dialect: Dialect,
  options: RenderOptions,
): { attempt: Attempt; document: RenderedDocument } {
  const arranged = resolveRecord(arrangeRecord(record, dialect));
  const wanted = wantedLeaves(contentOf(arranged));
  const attempt = { record: arranged, dialect, options, wanted, elsewhere: new Set<string>() };
  const plain = atFirstGo(attempt);
  if (plain !== undefined) return { attempt, document: plain };
  for (let round = 0; round < 6; round += 1) {
    const wrong = misread(attempt);
    if (wrong.size === 0) break;
    for (const path of wrong) attempt.elsewhere.add(path);
  }
  const usual = withNotes(attempt);
  if (usual.exact) return { attempt, document: usual.document };
  // Fields that only disturb each other together: with everything in the section that holds anything, none can.
  const safe = withNotes({ ...attempt, elsewhere: new Set([...wanted.keys()].map(rootOf)) });
  if (safe.exact) return { attempt, document: safe.document };
  const findings = [...usual.document.findings, INEXACT];
  return { attempt, document: { ...usual.document, findings } };
}

/** What may swallow the text behind it: comments, tags, code. */
const SWALLOWS = /[<`~]/u;

/**
 * Most records stand in their template as they are, but for fields that it has no place for at all: what reads back at once
 * needs no second look.
 */
function atFirstGo(attempt: Attempt): RenderedDocument | undefined {
  const { dialect, options, wanted } = attempt;
  if (options.guidance === true) return undefined;
  for (const value of wanted.values()) if (typeof value === 'string' && SWALLOWS.test(value)) return undefined;
  const body = drawDocument(attempt);
  const back = readBack(body, dialect);
  const left = new Map([...wanted].filter(([path]) => !back.has(path)));
  if (left.size === 0) return isExact(back, attempt) ? { markdown: `${body}\n`, findings: [] } : undefined;
  const places = new Set([...back.keys()].map(rootOf));
  if ([...left.keys()].some((path) => places.has(rootOf(path)) || path.endsWith('.moments'))) return undefined;
  const markdown = `${body}\n\n${drawNotes(left, new Set())}\n`;
  return readsAs(markdown, attempt) ? { markdown, findings: notesFindings(left, dialect) } : undefined;
}

const INEXACT: Finding = {
  code: 'document-inexact',
  severity: 'warning',
  message: 'The document does not read back exactly as the record that it was written from.',
  help: 'Keep the original, and compare the two before you go on with this one.',
};

interface Attempt {
  readonly record: Postmortem;
  readonly dialect: Dialect;
  readonly options: RenderOptions;
  readonly wanted: ReadonlyMap<string, unknown>;
  /** Fields and lists that stand under "Additional notes". */
  readonly elsewhere: Set<string>;
}

function wantedLeaves(record: Postmortem): Map<string, unknown> {
  return new Map([...leavesOf(record)].filter(([path]) => !DERIVED.test(path)));
}

function readBack(markdown: string, dialect: Dialect): Map<string, unknown> {
  return wantedLeaves(contentOf(parsePostmortem(markdown, { dialect }).record));
}

/** Fields that do not read back from their place, and lists of which some item does not. */
function misread(attempt: Attempt): Set<string> {
  const plain = { ...attempt.options, guidance: false };
  // The heading behind it shows whether some text swallows what follows, as an open comment or fence does.
  const back = readBack(`${drawDocument({ ...attempt, options: plain })}\n\n## ${NOTES_TITLE}\n`, attempt.dialect);
  const wrong = new Set<string>();
  for (const [path, value] of back) {
    if (!sameLeaf(value, attempt.wanted.get(path)) && !overridable(path, value, attempt)) wrong.add(rootOf(path));
  }
  for (const path of attempt.wanted.keys()) {
    if (!back.has(path) && (listAt(path) === undefined || isItemText(path))) wrong.add(rootOf(path));
  }
  for (const path of attempt.elsewhere) wrong.delete(path);
  return wrong;
}

/**
 * What a row under "Additional notes" may say otherwise: the horizon that a group of actions gives, and moments of a row
 * of which the template shows only some.
 */
function overridable(path: string, value: unknown, { wanted }: Attempt): boolean {
  if (/^actions\.\d+\.horizon$/u.test(path)) return wanted.has(path);
  const all = wanted.get(path);
  return (
    path.endsWith('.moments') && Array.isArray(all) && Array.isArray(value) && value.every((kind) => all.includes(kind))
  );
}

/** A list without the text of an item lacks the item itself. */
function isItemText(path: string): boolean {
  const list = listAt(path);
  if (list === undefined) return false;
  if (list.plain === true) return true;
  const key = path.slice(path.lastIndexOf('.') + 1);
  const own = {
    'document.history': 'version',
    whys: 'parent',
    questions: 'question',
    targets: 'metric',
    signOffs: 'role',
    'followUp.checks': 'action',
    'detection.methods': 'kind',
    'detection.ruledOut': 'kind',
    factorsRuledOut: 'category',
    moments: 'kind',
    evidence: 'id',
    guidance: 'markdown',
    unmapped: 'markdown',
    'impact.periods': 'from',
  };
  return key === ((own as Record<string, string>)[list.path] ?? 'text');
}

function rootOf(path: string): string {
  return path.endsWith('.moments') ? 'moments' : (listAt(path)?.path ?? path);
}

function sameLeaf(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A document, and whether it reads back as the record. */
interface Checked {
  readonly document: RenderedDocument;
  readonly exact: boolean;
}

/** Adds the section for everything that has no place, and checks it the same way. */
function withNotes(attempt: Attempt): Checked {
  const { wanted, dialect } = attempt;
  const body = drawDocument(attempt);
  const back = readBack(body, dialect);
  const left = new Map([...wanted].filter(([path, value]) => !sameLeaf(back.get(path), value) || !back.has(path)));
  if (left.size === 0) return { document: { markdown: `${body}\n`, findings: [] }, exact: isExact(back, attempt) };
  const findings = notesFindings(left, dialect);
  const plain = `${body}\n\n${drawNotes(left, new Set())}\n`;
  if (readsAs(plain, attempt)) return { document: { markdown: plain, findings }, exact: true };
  const wrapped = `${body}\n\n${drawNotes(left, new Set(left.keys()))}\n`;
  return { document: { markdown: wrapped, findings }, exact: readsAs(wrapped, attempt) };
}

function readsAs(markdown: string, attempt: Attempt): boolean {
  return isExact(readBack(markdown, attempt.dialect), attempt);
}

/** Equal leaf by leaf. Where the template's own guidance is written too, comments are not compared. */
function isExact(back: ReadonlyMap<string, unknown>, { wanted, options }: Attempt): boolean {
  const compared = (path: string): boolean => options.guidance !== true || !path.startsWith('guidance.');
  const [found, sought] = [back, wanted].map((leaves) => [...leaves].filter(([path]) => compared(path)));
  return found?.length === sought?.length && sought?.every(([path, value]) => sameLeaf(back.get(path), value)) === true;
}

/** One finding for all of it: who converts a document wants to know that there is more below, and what. */
function notesFindings(left: ReadonlyMap<string, unknown>, dialect: Dialect): Finding[] {
  const roots = [...new Set([...left.keys()].map((path) => rootOf(path)))];
  const names = roots.map((path) => labelOf(path));
  const shown = [...new Set(names)].map((name) => `“${name}”`).join(', ');
  return [
    {
      code: 'no-place-in-dialect',
      severity: 'info',
      message: `The template “${dialect.label}” has no place of its own for ${shown}; that stands under “${NOTES_TITLE}”.`,
      help: 'Move it where your team looks for it, or leave it: it is read back from there.',
    },
  ];
}
