import { randomBytes } from 'node:crypto';

import type { Refusal } from '#core/errors';

import { plainPagePolicy, statusOf } from '#server/http';

const STYLE = `
  :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; }`;

/** A page for somebody who came back from a provider and cannot be signed in: what, why, and the way on. */
export function refusalPage(refused: Refusal): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not signed in · Nevertwice</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>You are not signed in</h1>
<p>${escape(refused.message)}</p>
<p>${escape(refused.help)}</p>
<p><a href="/sign-in">Back to sign-in</a></p>
</main>
</body>
</html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': plainPagePolicy(nonce) };
  return new Response(html, { status: statusOf(refused), headers });
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
