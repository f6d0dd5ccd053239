import type { OpenApi } from './build-openapi.ts';
import { html, type Html, prose, safe } from './html.ts';
import { REFERENCE_STYLE } from './reference-style.data.ts';
import { type PlacedOperation, renderOperation } from './render-operation.ts';
import { fieldsTable } from './render-schema.ts';

/** A page that the server writes itself. */
export interface PlainPage {
  readonly title: string;
  readonly navigation: Html;
  readonly main: Html;
}

/** A whole page; its one style sheet carries the nonce that the policy of the answer names. */
export function writePage({ main, navigation, title }: PlainPage, nonce: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${safe(REFERENCE_STYLE)}
        </style>
      </head>
      <body>
        <div class="page">
          <nav aria-label="Contents">${navigation}</nav>
          <main>${main}</main>
        </div>
      </body>
    </html> `.html;
}

/** The reference of the API, from its OpenAPI document: every operation and every schema with an address of its own. */
export function referencePage(document: OpenApi): PlainPage {
  const operations = operationsOf(document);
  const schemas = Object.entries(document.components['schemas'] ?? {}).filter(
    ([name]) => !/(?:Request|Answer)$/u.test(name),
  );
  const groups = document.tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  return {
    title: 'API reference · Nevertwice',
    navigation: html`<p><strong>API reference</strong></p>
      <ul>
        <li><a href="#top">How it works</a></li>
        <li><a href="/reference/errors">Errors</a></li>
        <li><a href="/openapi.json">openapi.json</a></li>
      </ul>
      ${groups.map(
        (group) =>
          html`<h2>${group.name}</h2>
            <ul>
              ${group.operations.map(operationLink)}
            </ul>`,
      )}
      <h2>Schemas</h2>
      <ul>
        ${schemas.map(([name]) => html`<li><a href="#schema-${name}">${name}</a></li>`)}
      </ul>`,
    main: html`<h1 id="top">The API of Nevertwice</h1>
      ${prose(String(document.info['description']))}
      ${groups.map(
        (group) =>
          html`<h2 id="${slug(group.name)}">${group.name}</h2>
            <p>${group.description}</p>
            ${group.operations.map((each) => renderOperation(each, document))}`,
      )}
      <h2 id="schemas">Schemas</h2>
      ${schemas.map(
        ([name, schema]) =>
          html`<section id="schema-${name}">
            <h3><a class="self" href="#schema-${name}">${name}</a></h3>
            ${fieldsTable(schema)}
          </section>`,
      )}`,
  };
}

function operationsOf({ paths }: OpenApi): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

function operationLink({ operation }: PlacedOperation): Html {
  return html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`;
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/\W+/gu, '-');
}
