import type { JsonSchema } from './named-schemas.ts';

/** Schemas by name, to look references up in. */
export type Schemas = Readonly<Record<string, JsonSchema>>;

/** Values that read well, by the name of the field. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  title: 'Checkout outage after a connection pool change',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'a long sentence nobody guesses',
  text: 'Rolled back api',
  line: '12:05 rolled back api',
  service: 'checkout',
  zone: 'Europe/Berlin',
  severity: 'SEV-2',
  token: '…',
  secret: 'nvt_…',
  markdown: '# Checkout outage\n',
};

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  uuid: '0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f50',
  'date-time': '2026-02-23T08:15:00Z',
  date: '2026-02-23',
  email: 'ada@example.com',
};

/** An example of what a request may look like: required fields, and of the optional ones only the first. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = ''): unknown {
  const resolved = resolve(schema, schemas);
  const { anyOf, const: constant, enum: values, format, items, oneOf, properties, type } = resolved;
  if (constant !== undefined) return constant;
  if (Array.isArray(values)) return values[0] as unknown;
  const [choice] = (anyOf ?? oneOf ?? []) as readonly JsonSchema[];
  if (choice !== undefined) return exampleOf(choice, schemas, name);
  if (properties !== undefined) return objectExample(resolved, schemas);
  if (type === 'array') return [exampleOf((items ?? {}) as JsonSchema, schemas, name.replace(/s$/u, ''))];
  return BY_NAME[name] ?? BY_FORMAT[String(format)] ?? simpleExample(resolved);
}

function objectExample(schema: JsonSchema, schemas: Schemas): unknown {
  const properties = Object.entries(schema['properties'] as Record<string, JsonSchema>);
  const required = (schema['required'] ?? []) as readonly string[];
  const shown = required.length > 0 ? properties.filter(([name]) => required.includes(name)) : properties.slice(0, 1);
  return Object.fromEntries(shown.map(([name, value]) => [name, exampleOf(value, schemas, name)]));
}

function simpleExample({ minimum, pattern, type }: JsonSchema): unknown {
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'object') return {};
  return String(pattern).includes('0-9a-f')
    ? '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
    : 'text';
}

function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const { $ref } = schema;
  return typeof $ref === 'string' ? (schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}) : schema;
}
