import type { Postmortem } from '#core/record';
import { resolveRecord } from '#core/record';
import type { WrittenTime } from '#core/time';

import type { Span } from './document-tree.ts';
import { getAt, leavesOf, setAt } from './record-path.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Encoding, Findings } from './spec.ts';

/** Where a value stands in the source, and how it is written there. */
export interface ValuePlace {
  readonly span: Span;
  readonly encoding: Encoding;
}

type Loose = Record<string, unknown>;

/** Collects what the blocks of a document read, and makes a record of it. */
export interface RecordBuilder extends Findings {
  /** Section that is being read, for text without a field. */
  enter(section: string): void;
  /** Adds text to a map of texts by section (`introductions`, `remarks`). */
  append(path: string, text: string): void;
  /** Adds an item to a list of the record. */
  push(path: string, item: object): void;
  /** Characters that stand in no field: introductions, remarks, unmapped sections. */
  unplaced(): number;
  /** The record, with times resolved. */
  finish(): Postmortem;
  readonly places: ReadonlyMap<string, ValuePlace>;
}

/** A builder for one document. */
export function recordBuilder(dialect: string): RecordBuilder {
  const record: Loose = { dialect };
  const places = new Map<string, ValuePlace>();
  const ofTemplate: object[] = [];
  let current = '';
  const count = (path: string): number => {
    const list = getAt(record, path);
    return Array.isArray(list) ? list.length : 0;
  };
  const builder: RecordBuilder = {
    places,
    enter: (section) => {
      current = section;
    },
    count,
    get: (path) => getAt(record, path),
    set(path, value, place) {
      if (value === undefined) return;
      const known = getAt(record, path);
      // The first value of a field wins; a second one is text that no field stands for.
      if (typeof known === 'string' && known !== '–' && !path.startsWith('actions.')) {
        if (known !== value && typeof value === 'string') builder.rest(value);
        return;
      }
      setAt(record, path, value);
      if (place !== undefined) places.set(path, place);
    },
    override(path, value) {
      if (value !== undefined) setAt(record, path, value);
    },
    aside(text, kind) {
      const markdown = text?.trim().replaceAll(/\r\n?/gu, '\n');
      if (markdown === undefined || markdown === '') return;
      const entry = { ...(current === '' ? {} : { after: current }), kind: kind ?? asideKind(markdown), markdown };
      if (entry.kind === 'comment' || entry.kind === 'example') builder.push('guidance', entry);
      else ofTemplate.push(entry);
    },
    rest(text) {
      if (isPlaceholder(text)) builder.aside(text);
      else builder.append(`remarks.${current === '' ? 'title' : current}`, text);
    },
    append(path, text) {
      const known = getAt(record, path);
      setAt(record, path, typeof known === 'string' ? `${known}\n\n${text}` : text);
    },
    push(path, item) {
      setAt(record, `${path}.${String(count(path))}`, item);
    },
    unplaced: () => unplacedIn(record),
    finish() {
      // Behind the comments, so that these keep their numbers whatever prompts are shown.
      for (const entry of ofTemplate) builder.push('guidance', entry);
      return resolveRecord(complete(record));
    },
  };
  return builder;
}

function unplacedIn(record: Loose): number {
  return [...leavesOf(record)]
    .filter(([path, text]) => /^(?:introductions|remarks|unmapped)\./u.test(path) && typeof text === 'string')
    .reduce((sum, [, text]) => sum + String(text).length, 0);
}

function asideKind(markdown: string): string {
  if (markdown.startsWith('<!--')) return 'comment';
  return /^>?\s*(?:example|e\.g\.)/iu.test(markdown) ? 'example' : 'prompt';
}

/** Turns raw values into the shapes of the record; times are resolved afterwards. */
function complete(record: Loose): Postmortem {
  const list = (path: string): Loose[] => (getAt(record, path) as Loose[] | undefined) ?? [];
  for (const path of ['timeline', 'moments']) for (const item of list(path)) item['at'] = rawTime(item['at']);
  for (const period of list('impact.periods')) {
    period['from'] = rawTime(period['from']) ?? rawTime('?');
    period['to'] = rawTime(period['to']);
  }
  const date = getAt(record, 'incident.date');
  if (typeof date === 'string') setAt(record, 'incident.date', rawTime(date));
  completeWhys(list('whys'));
  record['timeline'] ??= [];
  record['actions'] ??= [];
  for (const key of Object.keys(record)) if (record[key] === undefined) delete record[key];
  return record as Postmortem;
}

function rawTime(written: unknown): WrittenTime | null {
  if (typeof written !== 'string') return null;
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
}

/** A why without a stated origin continues the one before it. */
function completeWhys(whys: Loose[]): void {
  whys.forEach((why, index) => {
    const parent = why['parent'];
    const valid = parent === null || (typeof parent === 'number' && parent >= 0 && parent < index);
    if (!valid) why['parent'] = index === 0 ? null : index - 1;
  });
}
