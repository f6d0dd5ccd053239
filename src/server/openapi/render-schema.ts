import { html, type Html, inline } from './html.ts';
import type { JsonSchema } from './named-schemas.ts';

/** Type of a schema in a few words, with links to the schemas that have a name. */
export function typeOf(schema: JsonSchema): Html {
  const { $ref, anyOf, const: constant, enum: values, items, oneOf, type } = schema;
  if (typeof $ref === 'string') return schemaLink($ref);
  const choices = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  if (choices !== undefined) return joined(choices.map(typeOf), ' or ');
  if (Array.isArray(values))
    return joined(
      values.map((value) => html`<code>${String(value)}</code>`),
      ', ',
    );
  if (constant !== undefined) return html`<code>${JSON.stringify(constant)}</code>`;
  if (type === 'array') return html`list of ${typeOf((items ?? {}) as JsonSchema)}`;
  if (type === 'object') return objectType(schema);
  return html`${simpleType(schema)}`;
}

function schemaLink(ref: string): Html {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  return html`<a href="#schema-${name}">${name}</a>`;
}

function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;
}

function objectType({ additionalProperties, properties }: JsonSchema): Html {
  if (properties !== undefined) return html`object`;
  if (typeof additionalProperties !== 'object' || additionalProperties === null) return html`object`;
  return html`object of ${typeOf(additionalProperties as JsonSchema)}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'instant',
  date: 'day',
  email: 'e-mail address',
  uuid: 'UUID',
};

/** `text, 1 to 200 characters`. */
function simpleType(schema: JsonSchema): string {
  const { format, maximum, maxLength, minimum, minLength, type } = schema;
  const name =
    FORMATS[String(format)] ??
    { string: 'text', integer: 'whole number', null: 'null' }[String(type)] ??
    (typeof type === 'string' ? type : 'anything');
  const length = range(minLength, maxLength);
  const size = range(minimum, maximum);
  return [name, length && `${length} characters`, size].filter((part) => part !== '').join(', ');
}

function range(least: unknown, most: unknown): string {
  if (!isNumber(least) || !isNumber(most)) return '';
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `at least ${least ?? 0}`;
  return least === undefined ? `at most ${most}` : `${least} to ${most}`;
}

function isNumber(value: unknown): value is number | undefined {
  return value === undefined || typeof value === 'number';
}

interface Field {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** Fields of an object as a table; objects inside it one level deeper, by their path. */
export function fieldsTable(schema: JsonSchema): Html {
  const fields = fieldsOf(schema, '');
  if (fields.length === 0) return html`<p>${typeOf(schema)}</p>`;
  return html`<table>
    <thead>
      <tr>
        <th>Field</th>
        <th>Type</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(fieldRow)}
    </tbody>
  </table>`;
}

function fieldRow({ isRequired, path, schema }: Field): Html {
  const { description } = schema;
  const words = typeof description === 'string' ? inline(description) : html``;
  const optional = isRequired ? html`` : html`<span class="quiet">optional</span> `;
  return html`<tr>
    <td><code>${path}</code></td>
    <td>${typeOf(schema)}</td>
    <td>${optional}${words}</td>
  </tr>`;
}

function fieldsOf(schema: JsonSchema, prefix: string): Field[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  return properties.flatMap(([name, value]) => {
    const path = prefix + name;
    const field = { path, schema: value, isRequired: required.includes(name) };
    const inner = value['type'] === 'array' ? ((value['items'] ?? {}) as JsonSchema) : value;
    const deeper =
      inner['properties'] === undefined ? [] : fieldsOf(inner, `${path}${value['type'] === 'array' ? '[].' : '.'}`);
    return [field, ...deeper];
  });
}
