/** Markup that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Html[];

/** Markup from a template: what is filled in is text, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((text, index) => text + (index < parts.length ? written(parts[index] ?? '') : ''));
  return { html: pieces.join('') };
}

/** Markup that is known to be safe. */
export function safe(markup: string): Html {
  return { html: markup };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}

/** Text with `code` and **strong** words, in paragraphs. */
export function prose(text: string): Html {
  const paragraphs = text.split(/\n\n+/u).map((paragraph) => html`<p>${inline(paragraph)}</p>`);
  return html`${paragraphs}`;
}

/** One line of text with `code` and **strong** words. */
export function inline(text: string): Html {
  const pieces = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/u).map((piece) => {
    if (piece.startsWith('`')) return html`<code>${piece.slice(1, -1)}</code>`;
    if (piece.startsWith('**')) return html`<strong>${piece.slice(2, -2)}</strong>`;
    return html`${piece}`;
  });
  return html`${pieces}`;
}
