import { z } from 'zod';

import { accountSchemas, basicSchemas, evidenceSchemas, postmortemSchemas } from '#contract/schemas';
import { postmortemSchema, writtenTime } from '#core/record';

/** A schema as OpenAPI writes it: JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const ROOMS = [accountSchemas, basicSchemas, evidenceSchemas, postmortemSchemas];

type Named = [name: string, schema: z.ZodType];

/** What several routes speak of, by name. */
function contractSchemas(): Named[] {
  const all = ROOMS.flatMap((room) => Object.entries<unknown>(room));
  const schemas = all.flatMap(([name, value]) => (value instanceof z.ZodType ? [[pascal(name), value] as const] : []));
  return [
    ['Record', postmortemSchema],
    ['WrittenTime', writtenTime],
    ...schemas.map(([name, value]): Named => [name, value]),
  ];
}

/** `newPostmortem` as `NewPostmortem`. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Names of schemas: those of the contract, then those that only one route has. */
export type SchemaNames = ReadonlyMap<z.ZodType, string>;

/** Gives every schema one name; one that has a name already keeps it. */
export function nameSchemas(own: readonly (readonly [name: string, schema: z.ZodType])[]): SchemaNames {
  const names = new Map<z.ZodType, string>();
  for (const [name, schema] of [...contractSchemas(), ...own]) if (!names.has(schema)) names.set(schema, name);
  return names;
}

/** Every named schema, each written once and referred to from then on. */
export function componentSchemas(names: SchemaNames): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    // What is sent and what is answered have the same shape; unknown keys may be added to answers later.
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: simplify,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutHeader(schema)]));
}

/** A schema alone, as parameters have it. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  // Numbers and truths are read from text; what comes out of that is what one writes.
  return withoutHeader(
    z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output', unrepresentable: 'any', override: simplify }),
  );
}

/** A format says more to a reader than its pattern, and the bounds of exact numbers say nothing. */
function simplify({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  const schema = jsonSchema;
  if (schema['format'] !== undefined) delete schema['pattern'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
}

function withoutHeader(schema: JsonSchema): JsonSchema {
  const { $id: _id, $schema: _schema, ...rest } = schema;
  return rest;
}
