import { REFUSALS, refusal, type RefusalCode } from '#core/errors';

import { statusOf } from '../http/problem-response.ts';
import { html, inline } from './html.ts';
import type { PlainPage } from './reference-page.ts';

/** Every refusal with its status, its words and what to do: what the `type` of a problem leads to. */
export function errorsPage(): PlainPage {
  const codes = (Object.keys(REFUSALS) as RefusalCode[]).toSorted();
  const rows = codes.map((code) => {
    const refused = patternOf(code);
    return html`<section id="${code}">
      <h3><a class="self" href="#${code}">${code}</a></h3>
      <p>${inline(refused.message)}</p>
      <p>${inline(refused.help)}</p>
      <p class="quiet">Status ${statusOf(refused)}, kind ${refused.kind}</p>
    </section>`;
  });
  return {
    title: 'Errors · Nevertwice',
    navigation: html`<p><strong>Errors</strong></p>
      <ul>
        <li><a href="/reference">API reference</a></li>
      </ul>
      <ul>
        ${codes.map((code) => html`<li><a href="#${code}">${code}</a></li>`)}
      </ul>`,
    main: html`<h1>Errors</h1>
      <p>
        A request that cannot be done is refused with one of these, as <code>application/problem+json</code> (RFC 9457).
        What stands between ‹ and › is told by the answer.
      </p>
      ${rows}`,
  };
}

/** The refusal with its parameters shown as ‹names›. */
function patternOf(code: RefusalCode): ReturnType<typeof refusal> {
  const names = new Proxy({}, { get: (_target, name) => `‹${String(name)}›` });
  return refusal(code, names as never);
}
