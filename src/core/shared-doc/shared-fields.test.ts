import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { line, postmortemSchema, prose } from '#core/record';

import type { CellType, RowCell } from './cell-type.ts';
import {
  DERIVED_FIELDS,
  ENTRY_LISTS,
  REQUIRED_LISTS,
  ROW_LISTS,
  STANDING_FIELDS,
  TEXT_MAPS,
  TEXT_PATHS,
  VALUE_MAPS,
  VALUES,
} from './shared-fields.data.ts';

interface Json {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json | boolean;
}

const jsonOf = (schema: z.ZodType): Json => z.toJSONSchema(schema) as Json;
const patterns = { line: jsonOf(line).pattern, prose: jsonOf(prose).pattern };

function cellType(json: Json): CellType | { readonly type: 'unknown'; readonly json: Json } {
  if (json.pattern === patterns.prose) return { type: 'prose' };
  if (json.pattern === patterns.line) return { type: 'line' };
  if (json.properties?.['written'] && json.properties['precision']) return { type: 'time' };
  if (json.properties?.['label'] && json.properties['rank']) return { type: 'severity' };
  if (json.properties?.['written'] && json.properties['note']) return { type: 'duration' };
  if (json.type === 'boolean') return { type: 'flag' };
  if (json.type === 'integer') return { type: 'parent' };
  if (json.enum) return { type: 'choice', of: json.enum };
  if (json.items?.enum) return { type: 'choices', of: json.items.enum };
  return { type: 'unknown', json };
}

function rowCells(item: Json): Record<string, RowCell> {
  return Object.fromEntries(
    Object.entries(item.properties ?? {}).map(([key, json]) => {
      const nullable = json.anyOf?.some(({ type }) => type === 'null') === true;
      const inner = nullable ? (json.anyOf?.find(({ type }) => type !== 'null') ?? json) : json;
      const flags = {
        ...(item.required?.includes(key) === true ? { required: true } : {}),
        ...(nullable ? { nullable: true } : {}),
      };
      return [key, { ...cellType(inner), ...flags } as RowCell];
    }),
  );
}

function fieldsOf(json: Json): [string, Json][] {
  return Object.entries(json.properties ?? {}).flatMap(([key, field]): [string, Json][] => {
    const isObject = field.type === 'object' && field.properties !== undefined && cellType(field).type === 'unknown';
    return isObject
      ? Object.entries(field.properties ?? {}).map(([inner, value]) => [`${key}.${inner}`, value])
      : [[key, field]];
  });
}

const all = fieldsOf(jsonOf(postmortemSchema));
const hidden = new Set<string>([...STANDING_FIELDS, ...DERIVED_FIELDS]);
const fields = all.filter(([path]) => !hidden.has(path));
const isObjectList = ({ items }: Json): boolean => items?.properties !== undefined;
const isOpen = ({ additionalProperties }: Json): boolean => typeof additionalProperties === 'object';
const paths = (found: [string, Json][]): string[] => found.map(([path]) => path).toSorted();

describe('the fields of the shared document', () => {
  it('has a shared text for every Markdown field of the record', () => {
    const found = fields.filter(([, json]) => cellType(json).type === 'prose');
    expect(TEXT_PATHS.toSorted()).toEqual(paths(found));
  });

  it('has a single value for every other field that is no list', () => {
    const found = fields.filter(
      ([, json]) => json.items === undefined && !isOpen(json) && cellType(json).type !== 'prose',
    );
    expect(VALUES).toEqual(Object.fromEntries(found.map(([path, json]) => [path, cellType(json)])));
  });

  it('has every list with all cells of its rows', () => {
    const found = fields.filter(([, json]) => isObjectList(json));
    expect(ROW_LISTS).toEqual(Object.fromEntries(found.map(([path, { items }]) => [path, rowCells(items ?? {})])));
  });

  it('has every list of Markdown entries', () => {
    const found = fields.filter(([, json]) => json.items !== undefined && !isObjectList(json));
    expect(found.every(([, { items }]) => items?.pattern === patterns.prose)).toBe(true);
    expect(ENTRY_LISTS.toSorted()).toEqual(paths(found));
  });

  it('has every open set of fields', () => {
    const open = fields.filter(([, json]) => isOpen(json));
    const texts = open.filter(([, json]) => cellType(json.additionalProperties as Json).type === 'prose');
    expect(TEXT_MAPS.toSorted()).toEqual(paths(texts));
    const values = open.filter((field) => !texts.includes(field));
    expect(VALUE_MAPS).toEqual(
      Object.fromEntries(values.map(([path, json]) => [path, cellType(json.additionalProperties as Json)])),
    );
  });

  it('knows which lists a record always has', () => {
    const required = jsonOf(postmortemSchema).required ?? [];
    expect(REQUIRED_LISTS.toSorted()).toEqual(required.toSorted());
  });

  it('keeps out only fields that the record has', () => {
    const known = new Set(all.map(([path]) => path));
    expect([...hidden].filter((path) => !known.has(path))).toEqual([]);
  });
});
