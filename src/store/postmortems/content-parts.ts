import type { Postmortem, TimelineRow } from '#core/record';
import { actionState, peopleIn } from '#core/record';
import { isTextPath, type RowMeta, type Rows } from '#core/shared-doc';
import { resolveTime } from '#core/time';

import type { PostmortemContent } from './postmortem-content.ts';
import { storableInstant } from './storable-instant.ts';

/** The lists that have tables of their own. */
const OWN_TABLES = ['timeline', 'actions'] as const;

/** One Markdown field. */
export interface SectionPart {
  readonly path: string;
  readonly text: string;
}

/** One row of the timeline as its table holds it, without its position. */
export interface EventPart {
  readonly row_id: string;
  readonly instant: string | null;
  readonly text: string;
  readonly moments: readonly string[];
  readonly sources: readonly string[];
  readonly item: Omit<TimelineRow, 'text'>;
  readonly meta: Omit<RowMeta, 'id'> | null;
}

/** One action item as its table holds it, without its position. */
export interface ActionPart {
  readonly row_id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly owners: readonly string[];
  readonly due_on: string | null;
  readonly state: string;
  readonly item: Omit<Action, 'text'>;
  readonly meta: Omit<RowMeta, 'id'> | null;
}

/** What is left, for the column `body`. */
export interface BodyPart {
  readonly record: Readonly<Record<string, unknown>>;
  readonly rows: Rows;
}

/** Content taken apart for its tables. */
export interface ContentParts {
  readonly body: BodyPart;
  readonly sections: readonly SectionPart[];
  readonly events: readonly EventPart[];
  readonly actions: readonly ActionPart[];
}

type Action = Postmortem['actions'][number];
type Tree = Record<string, unknown>;

/** Takes content apart. Every item of a list needs its side data in `rows`. */
export function takeApart({ record, rows }: PostmortemContent): ContentParts {
  const { timeline, actions, ...rest } = record;
  const sections: SectionPart[] = [];
  const kept = withoutSections(rest, '', sections);
  const others = Object.fromEntries(Object.entries(rows).filter(([list]) => !isOwnTable(list)));
  return {
    body: { record: kept, rows: others },
    sections,
    events: timeline.map((row, index) => eventPart(row, metaAt(rows, 'timeline', index))),
    actions: actions.map((action, index) => actionPart(action, metaAt(rows, 'actions', index))),
  };
}

/** Puts content together again: the inverse of {@link takeApart}. */
export function putTogether(parts: {
  readonly body: BodyPart;
  readonly sections: readonly SectionPart[];
  readonly events: readonly Pick<EventPart, 'row_id' | 'text' | 'item' | 'meta'>[];
  readonly actions: readonly Pick<ActionPart, 'row_id' | 'text' | 'item' | 'meta'>[];
}): PostmortemContent {
  const record: Tree = { ...parts.body.record };
  for (const { path, text } of parts.sections) putSection(record, path, text);
  record['timeline'] = parts.events.map(({ text, item: { at, ...item } }) => ({ at, text, ...item }));
  record['actions'] = parts.actions.map(({ text, item }) => ({ text, ...item }));
  const metas = (rows: readonly Pick<EventPart, 'row_id' | 'meta'>[]): RowMeta[] =>
    rows.map(({ row_id: id, meta }) => ({ id, ...meta }));
  const rows: Record<string, readonly RowMeta[]> = { ...parts.body.rows };
  if (parts.events.length > 0) rows['timeline'] = metas(parts.events);
  if (parts.actions.length > 0) rows['actions'] = metas(parts.actions);
  return { record: record as Postmortem, rows };
}

function isOwnTable(list: string): boolean {
  return (OWN_TABLES as readonly string[]).includes(list);
}

function metaAt(rows: Rows, list: string, index: number): RowMeta {
  const meta = rows[list]?.[index];
  if (meta === undefined) throw new TypeError(`Row ${index} of ${list} has no id.`);
  return meta;
}

/** The record without its Markdown fields, which go to `sections`. They stand at most one level down. */
function withoutSections(tree: Tree, prefix: string, sections: SectionPart[]): Tree {
  const kept: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    const path = `${prefix}${key}`;
    if (value === undefined) continue;
    if (typeof value === 'string' && isTextPath(path)) sections.push({ path, text: value });
    else if (prefix === '' && isTree(value)) kept[key] = withoutSections(value, `${key}.`, sections);
    else kept[key] = value;
  }
  return kept;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function putSection(record: Tree, path: string, text: string): void {
  const dot = path.indexOf('.');
  if (dot === -1) record[path] = text;
  else
    record[path.slice(0, dot)] = { ...(record[path.slice(0, dot)] as Tree | undefined), [path.slice(dot + 1)]: text };
}

function eventPart({ text, ...item }: TimelineRow, { id, ...meta }: RowMeta): EventPart {
  return {
    row_id: id,
    instant: storableInstant(item.at?.instant),
    text,
    moments: item.moments ?? [],
    sources: meta.sources ?? (item.source === undefined ? [] : [item.source]),
    item,
    meta: Object.keys(meta).length === 0 ? null : meta,
  };
}

function actionPart({ text, ...item }: Action, { id, ...meta }: RowMeta): ActionPart {
  return {
    row_id: id,
    text,
    owner: item.owner ?? null,
    owners: ownersOf(item.owner),
    due_on: dayOf(item.due),
    state: actionState(item.status),
    item,
    meta: Object.keys(meta).length === 0 ? null : meta,
  };
}

/** Names, handles and addresses of people as they are compared: in lower case. */
export function ownersOf(written: string | undefined): string[] {
  const names = peopleIn(written).flatMap(({ handle, name, email }) => [handle, name, email]);
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])))];
}

function dayOf(written: string | undefined): string | null {
  if (written === undefined) return null;
  const { instant, zone } = resolveTime(written);
  return zone === null ? null : (storableInstant(instant)?.slice(0, 10) ?? null);
}
