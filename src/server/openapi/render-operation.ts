import type { OpenApi, Operation } from './build-openapi.ts';
import { exampleOf, type Schemas } from './example-of.ts';
import { html, type Html, inline } from './html.ts';
import type { JsonSchema } from './named-schemas.ts';
import { fieldsTable, typeOf } from './render-schema.ts';

/** An operation with its place. */
export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** One operation: what it does, what it takes, what it answers, how to call it. */
export function renderOperation({ method, operation, path }: PlacedOperation, document: OpenApi): Html {
  const { description, operationId, summary } = operation;
  return html`<section id="${operationId}">
    <h3><a class="self" href="#${operationId}">${summary}</a></h3>
    <p class="path"><span class="method">${method.toUpperCase()}</span><code>/api/v1${path}</code></p>
    <p class="quiet">${inline(description)} <code>${operationId}</code></p>
    ${parameterTable(operation, document)} ${bodyPart(operation, document)} ${answers(operation, document)}
    <h4>Example</h4>
    <pre><code>${example({ method, operation, path }, document)}</code></pre>
  </section>`;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

function parametersOf({ parameters }: Operation, { components }: OpenApi): Parameter[] {
  return parameters.map((parameter) => {
    const { $ref } = parameter;
    const found =
      typeof $ref === 'string' ? components['parameters']?.[$ref.slice($ref.lastIndexOf('/') + 1)] : parameter;
    return found as unknown as Parameter;
  });
}

function parameterTable(operation: Operation, document: OpenApi): Html {
  const rows = parametersOf(operation, document).map(
    (each) =>
      html`<tr>
        <td><code>${each.name}</code></td>
        <td>${each.in}</td>
        <td>${typeOf(each.schema)}</td>
        <td>${each.required ? html`` : html`<span class="quiet">optional</span> `}${inline(each.description ?? '')}</td>
      </tr>`,
  );
  if (rows.length === 0) return html``;
  return html`<h4>Parameters</h4>
    <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>In</th>
          <th>Type</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
  readonly description?: string;
}

function bodyPart(operation: Operation, document: OpenApi): Html {
  const body = operation.requestBody as Content | undefined;
  if (body === undefined) return html``;
  const schema = body.content?.['application/json']?.schema;
  if (schema === undefined)
    return html`<h4>Body</h4>
      <p>${body.description ?? ''}</p>`;
  return html`<h4>Body</h4>
    ${schemaPart(schema, document)}`;
}

/** A schema that only this operation has is shown here, one that has its own place is pointed to. */
function schemaPart(schema: JsonSchema, document: OpenApi): Html {
  const name = String(schema['$ref']).replace(/^.*\//u, '');
  const own = document.components['schemas']?.[name];
  return own !== undefined && isOwn(schema) ? fieldsTable(own) : html`<p>${typeOf(schema)}</p>`;
}

function answers({ responses }: Operation, document: OpenApi): Html {
  const all = Object.entries(responses) as [status: string, response: Content][];
  const [status = '', success] = all[0] ?? [];
  const [type, media] = Object.entries(success?.content ?? {})[0] ?? [];
  const schema = media?.schema;
  const words = schema === undefined || isOwn(schema) ? html`${type ?? ''}` : typeOf(schema);
  const fields = schema !== undefined && isOwn(schema) ? schemaPart(schema, document) : html``;
  const problems = all.slice(1).map(([each, { description }]) => html` <b>${each}</b> ${inline(description ?? '')}.`);
  return html`<h4>Answer</h4>
    <p><b>${status}</b> ${success?.description ?? ''} ${words}</p>
    ${fields}
    <p class="quiet">Problems: ${problems}</p>`;
}

/** True for a schema that only one operation has. */
function isOwn(schema: JsonSchema): boolean {
  return /(?:Request|Answer)$/u.test(String(schema['$ref']));
}

function example({ method, operation, path }: PlacedOperation, document: OpenApi): string {
  const schemas: Schemas = document.components['schemas'] ?? {};
  const parameters = parametersOf(operation, document);
  const value = (each: Parameter): string => String(exampleOf(each.schema, schemas, each.name));
  let address = `$SERVER/api/v1${path}`;
  for (const each of parameters.filter((one) => one.in === 'path'))
    address = address.replace(`{${each.name}}`, value(each));
  const query = parameters
    .filter((each) => each.in === 'query' && each.required)
    .map((each) => `${each.name}=${encodeURIComponent(value(each))}`);
  if (query.length > 0) address += `?${query.join('&')}`;
  const body = operation.requestBody as Content | undefined;
  const schema = body?.content?.['application/json']?.schema;
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${address}"`,
    ...(operation.security.some((way) => 'token' in way) ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...parameters.filter((each) => each.in === 'header').map((each) => headerLine(each.name)),
    ...(schema === undefined
      ? []
      : [
          `-H 'Content-Type: application/json'`,
          `-d '${JSON.stringify(exampleOf(schema, schemas)).replaceAll("'", "'\\''")}'`,
        ]),
    ...(body !== undefined && schema === undefined ? ['--data-binary @file'] : []),
  ];
  return lines.join(' \\\n  ');
}

function headerLine(name: string): string {
  return name === 'If-Match' ? `-H 'If-Match: "7"'` : `-H "${name}: $(uuidgen)"`;
}
