import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { dialects } from '#core/markdown';
import { postmortemSchema } from '#core/record';

import { arrangeSections } from './arrange-sections.ts';
import { DIALECT_OUTLINES } from './dialect-outlines.data.ts';
import { pathsOf } from './part.ts';
import { SECTION_HOMES } from './section-homes.data.ts';
import { HEAD_PATHS, SECTION_PARTS } from './section-parts.data.ts';

const shown = [...HEAD_PATHS, ...Object.values(SECTION_PARTS).flatMap((parts) => parts.flatMap(pathsOf))];

describe('the outline of a post-mortem on the page', () => {
  it('has a place for every field of the record', () => {
    const missing = fieldsOf(postmortemSchema).filter(
      (field) => !shown.some((path) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[]`)),
    );
    expect(missing).toEqual([]);
  });

  it('shows every field once', () => {
    expect(shown.filter((path, index) => shown.indexOf(path) !== index)).toEqual([]);
  });

  it('shows every cell of a list that is a table', () => {
    const fields = new Set(fieldsOf(postmortemSchema));
    for (const part of Object.values(SECTION_PARTS).flat()) {
      if (part.kind !== 'table') continue;
      const cells = [...fields]
        .filter((field) => field.startsWith(`${part.path}[].`))
        .map((field) => field.split('[].')[1]);
      expect({ [part.path]: new Set(part.columns.map(({ key }) => key)) }).toEqual({ [part.path]: new Set(cells) });
    }
  });

  it('knows where the text beside every section of every template goes', () => {
    const ids = Object.values(dialects).flatMap((dialect) => dialect.sections.map(({ id }) => id));
    expect(ids.filter((id) => !Object.hasOwn(SECTION_HOMES, id))).toEqual([]);
  });

  it('keeps the order of every template', () => {
    for (const [id, outline] of Object.entries(DIALECT_OUTLINES)) {
      const own = dialects[id as keyof typeof dialects].sections.map((section) => SECTION_HOMES[section.id]);
      const order = [...new Set(own)].filter((home) => home !== 'head' && home !== 'document');
      const places = outline.sections
        .map(([section]) => section)
        .filter((section) => (order as readonly string[]).includes(section));
      expect({ [id]: places }).toEqual({ [id]: order });
    }
  });

  it('asks only for what exists', () => {
    const fields = new Set(fieldsOf(postmortemSchema));
    for (const { asks } of Object.values(DIALECT_OUTLINES)) for (const path of asks) expect(fields).toContain(path);
  });

  it('shows a reader only what was written', () => {
    const record = { timeline: [], actions: [], summary: { text: 'It broke.' } };
    const reader = arrangeSections(record, { dialect: 'sev', mayEdit: false });
    expect(reader.sections.map(({ id }) => id)).toEqual(['summary']);
    const writer = arrangeSections(record, { dialect: 'sev', mayEdit: true });
    expect(writer.sections.map(({ id }) => id)).toContain('timeline');
  });

  it('keeps text that no field stands for beside its section, and the rest under the notes', () => {
    const record = {
      timeline: [],
      actions: [],
      unmapped: [
        { after: 'impact-users', markdown: '## Poem\n\nRoses.' },
        { after: 'elsewhere', markdown: 'Lost.' },
      ],
    };
    const { sections } = arrangeSections(record, { dialect: 'sev', mayEdit: false });
    expect(sections.map(({ asides, id }) => [id, asides.map(({ markdown }) => markdown)])).toEqual([
      ['impact', ['## Poem\n\nRoses.']],
      ['notes', ['Lost.']],
    ]);
  });
});

/** Paths of everything in the schema: fields of objects by dot, items of lists by `[]`. */
function fieldsOf(schema: z.ZodType, path = ''): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject && !path.endsWith('.at')) {
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, child]) =>
      fieldsOf(child, path === '' ? key : `${path}.${key}`),
    );
  }
  if (inner instanceof z.ZodArray) {
    const item = unwrap(inner.element as z.ZodType);
    return [path, ...(item instanceof z.ZodObject ? fieldsOf(item, `${path}[]`) : [])];
  }
  return [path];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional)
    return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}
