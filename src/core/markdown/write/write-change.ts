import type { Finding } from '#core/errors';
import type { Postmortem } from '#core/record';

import { parsePostmortem, type ParsedDocument } from '../parse-postmortem.ts';
import { textOf } from '../places/value-places.ts';
import { getAt } from '../record-path.ts';
import { applyChange, itemsIn, type Change } from './change.ts';
import { clearances } from './clear-value.ts';
import { newFields, newLists } from './foreign-places.ts';
import { additions } from './item-field.ts';
import { insertions } from './insert-item.ts';
import { relocations } from './move-item.ts';
import { removals } from './remove-item.ts';
import { notesFor } from './notes-place.ts';
import { applyPatches, type Patch } from './patch.ts';
import { replacements } from './replace-value.ts';
import { differences, isDefinitionsOnly } from './same-content.ts';
import { sceneOf, type Scene } from './scene.ts';
import { ticks } from './tick-box.ts';
import { transplants } from './transplant.ts';
import { inGroup, readOtherwise, underNotes } from './write-findings.ts';

/** A document with a change made. */
export interface Written {
  readonly document: ParsedDocument;
  /** Values that came along: what a new item has from the place where it stands, what is concluded from what changed. */
  readonly consequences: readonly (readonly [string, unknown])[];
  readonly findings: readonly Finding[];
}

/** Ways that are tried before a change goes under "Additional notes". */
const MOST_WAYS = 60;

/** All changes by their likeliest ways, if these do not touch each other and read back as wanted; null otherwise. */
export function writeAtOnce(
  document: ParsedDocument,
  changes: readonly Change[],
  wanted: Postmortem,
): ParsedDocument | null {
  const scene = sceneOf(document);
  const patches: Patch[] = [];
  for (const change of changes) {
    if (change.kind !== 'set') return null;
    const [first] = replaced(scene, change.path, change.value);
    if (first === undefined) return null;
    patches.push(...first);
  }
  const again = readPatched(document, patches);
  return again !== null && differences(again.record, wanted).length === 0 ? again : null;
}

/** Makes one change, by the first way that reads back as wanted; null if none does. */
export function writeChange(document: ParsedDocument, change: Change): Written | null {
  const wanted = applyChange(document.record, change);
  let tried = 0;
  const seen = new Set<string>();
  for (const way of waysFor(sceneOf(document), change, wanted)) {
    if ((tried += 1) > MOST_WAYS) break;
    const markdown = applyPatches(document.source, way.patches);
    if (markdown === null || seen.has(markdown)) continue;
    seen.add(markdown);
    const written = accept(document, markdown, { change, wanted, ...way });
    if (written !== null) return written;
  }
  return inNotes(document, change, wanted);
}

interface Way {
  readonly patches: readonly Patch[];
  /** Keys that a new item says in this way; absent for everything that it is to say. */
  readonly keys?: ReadonlySet<string>;
}

function* waysFor(scene: Scene, change: Change, wanted: Postmortem): Generator<Way> {
  for (const patches of plainWays(scene, change)) yield { patches };
  if (change.kind === 'insert') yield* insertions(scene, change.list, change);
  if (scene.document.template !== undefined) for (const patches of transplants(scene, wanted)) yield { patches };
  else if (change.kind === 'set') for (const patches of newFields(scene, change.path, change.value)) yield { patches };
  else if (change.kind === 'insert') yield* newLists(scene, change.list, change.item);
}

function* plainWays(scene: Scene, change: Change): Generator<readonly Patch[]> {
  if (change.kind === 'set') yield* replaced(scene, change.path, change.value);
  else if (change.kind === 'remove') yield* removals(scene, `${change.list}.${String(change.index)}`);
  else if (change.kind === 'move') yield* relocations(scene, change.list, change);
}

function* replaced(scene: Scene, path: string, value: unknown): Generator<readonly Patch[]> {
  const text = textOf(value);
  const had = getAt(scene.document.record, path);
  if (text !== undefined && had !== undefined && had !== null) yield* replacements(scene, path, text);
  yield* ticks(scene, path, value);
  if (text === undefined) yield* clearances(scene, path);
  else yield* additions(scene, path, text);
}

interface Aim extends Way {
  readonly change: Change;
  readonly wanted: Postmortem;
}

function accept(document: ParsedDocument, markdown: string, aim: Aim): Written | null {
  const again = readAgain(document, markdown);
  const followers = followersOf(document, aim);
  const different = differences(again.record, aim.wanted);
  const follows = (path: string): boolean =>
    followers.includes(path) || isDefinitionsOnly(again.record, aim.wanted, path);
  const wrong = different.filter((path) => !follows(path));
  const consequences = different.filter(follows).map((path): [string, unknown] => [path, getAt(again.record, path)]);
  const findings = different
    .filter((path) => CONCLUDED.includes(path) && follows(path))
    .map((path) => readOtherwise(again, path));
  if (wrong.length === 0) return { document: again, consequences, findings };
  if (aim.change.kind !== 'insert') return null;
  const item = acceptItem(again, { ...aim, change: aim.change, wrong });
  return (
    item && {
      ...item,
      consequences: [...consequences, ...item.consequences],
      findings: [...findings, ...item.findings],
    }
  );
}

/** What a document does not state but lets conclude: it follows what it is concluded from. */
const CONCLUDED = ['title', 'incident.date', 'timelineZone'];

/** Values that may read otherwise after a change: the front matter that it is made in, and what stands nowhere as such. */
function followersOf(document: ParsedDocument, { change, patches }: Aim): string[] {
  const front = sceneOf(document).blocks.find(({ kind }) => kind === 'front-matter');
  const inFront = front !== undefined && patches.some(({ start }) => start >= front.start && start <= front.end);
  const concluded = document.template !== undefined ? [] : CONCLUDED.filter((path) => !document.places.has(path));
  // The sentence that states the zone.
  const stating = change.kind === 'set' && change.path === 'timelineZone' ? ['introductions.timeline'] : [];
  return [...(inFront ? ['frontMatter'] : []), ...concluded, ...stating].filter(
    (path) => change.kind !== 'set' || change.path !== path,
  );
}

/** Keys that an item has from where it stands. */
const INHERITED = new Set(['group', 'day', 'category', 'horizon', 'status']);

/** A new item may lack what is written afterwards, and may have what its place gives it. */
function acceptItem(
  again: ParsedDocument,
  { change, wanted, keys, wrong }: Aim & { change: Extract<Change, { kind: 'insert' }>; wrong: readonly string[] },
): Written | null {
  const item = `${change.list}.${String(change.index)}`;
  const inherited: [string, unknown][] = [];
  for (const path of wrong) {
    const key = path.startsWith(`${item}.`) ? path.slice(item.length + 1) : undefined;
    if (key === undefined) return null;
    const [value, aim] = [getAt(again.record, path), getAt(wanted, path)];
    const later = (value === undefined || value === null) && keys !== undefined && !keys.has(key);
    if (aim === undefined && INHERITED.has(key)) inherited.push([path, value]);
    else if (!later) return null;
  }
  if (itemsIn(again.record, change.list).length !== itemsIn(wanted, change.list).length) return null;
  const group = inherited.find(([path]) => /\.(?:group|day|category)$/u.test(path))?.[1];
  return {
    document: again,
    consequences: inherited,
    findings: typeof group === 'string' ? [inGroup(again, change, group)] : [],
  };
}

function inNotes(document: ParsedDocument, change: Change, wanted: Postmortem): Written | null {
  for (const patches of notesFor(sceneOf(document), change)) {
    const again = readPatched(document, patches);
    if (again !== null && differences(again.record, wanted).length === 0)
      return { document: again, consequences: [], findings: [underNotes(document, change)] };
  }
  return null;
}

function readPatched(document: ParsedDocument, patches: readonly Patch[]): ParsedDocument | null {
  const markdown = applyPatches(document.source, patches);
  return markdown === null ? null : readAgain(document, markdown);
}

function readAgain({ file, template }: ParsedDocument, markdown: string): ParsedDocument {
  return parsePostmortem(markdown, {
    ...(file === undefined ? {} : { file }),
    ...(template === undefined ? {} : { dialect: template }),
  });
}
