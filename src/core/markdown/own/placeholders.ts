/** A placeholder of a template, `{{summary.text}}` or with a prompt of its own `{{summary.text: What users saw}}`. */
export interface TemplatePlaceholder {
  readonly path: string;
  readonly prompt?: string;
  /** As it is written. */
  readonly raw: string;
  readonly index: number;
}

const PLACEHOLDER = /\{\{\s*([\w.#-]+)\s*(?::\s*([^{}]*?)\s*)?\}\}/gu;

/** All placeholders of a text, in order. */
export function placeholdersIn(text: string): TemplatePlaceholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: raw, 1: path = '', 2: prompt, index }) => ({
    path,
    raw,
    index,
    ...(prompt === undefined || prompt === '' ? {} : { prompt }),
  }));
}

/** True for what somebody may have meant as a placeholder, `{{ something else }}`. */
export function strayPlaceholder(text: string): string | undefined {
  return /\{\{[^{}]*\}\}/u.exec(text.replaceAll(PLACEHOLDER, ''))?.[0];
}

/** A text that matches exactly what is given. */
export function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
