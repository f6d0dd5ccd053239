import type { Finding } from '#core/errors';
import { resolveRecord, type Postmortem } from '#core/record';

import { drawNotes, labelOf, listAt, NOTES_TITLE } from './additional-notes.ts';
import { arrangeRecord, contentOf } from './arrange-record.ts';
import { dialects } from './dialects/index.ts';
import type { Dialect, DialectId } from './dialects/dialect.ts';
import { drawDocument } from './draw-document.ts';
import { parsePostmortem } from './parse-postmortem.ts';
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
 * what would not read back from its place, stands under "Additional notes", with a finding for each.
 */
export function renderPostmortem(
  record: Postmortem,
  dialectId: DialectId,
  options: RenderOptions = {},
): RenderedDocument {
  const dialect = dialects[dialectId];
  const arranged = resolveRecord(arrangeRecord(record, dialect));
  const wanted = wantedLeaves(contentOf(arranged));
  const attempt = { record: arranged, dialect, options, wanted, elsewhere: new Set<string>() };
  for (let round = 0; round < 6; round += 1) {
    const wrong = misread(attempt);
    if (wrong.size === 0) break;
    for (const path of wrong) attempt.elsewhere.add(path);
  }
  return withNotes(attempt);
}

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
  return wantedLeaves(contentOf(parsePostmortem(markdown, { dialect: dialect.id }).record));
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

/** Adds the section for everything that has no place, and checks it the same way. */
function withNotes(attempt: Attempt): RenderedDocument {
  const body = drawDocument(attempt);
  const back = readBack(body, attempt.dialect);
  const left = new Map(
    [...attempt.wanted].filter(([path, value]) => !sameLeaf(back.get(path), value) || !back.has(path)),
  );
  if (left.size === 0) return { markdown: `${body}\n`, findings: [] };
  const plain = `${body}\n\n${drawNotes(left, new Set())}\n`;
  const again = readBack(plain, attempt.dialect);
  const broken = [...left.keys()].filter((path) => !sameLeaf(again.get(path), left.get(path)));
  const wrapped = broken.length > 0 || again.size !== attempt.wanted.size;
  const markdown = wrapped ? `${body}\n\n${drawNotes(left, new Set(left.keys()))}\n` : plain;
  return { markdown, findings: notesFindings(left, attempt.dialect) };
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
