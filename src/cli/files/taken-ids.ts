import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** The head of a document states its id. */
const HEAD_BYTES = 8192;
const USUAL_ID = /\bINC-\d[\d-]*\d\b/gu;

/**
 * Incident ids that names and heads of the documents in a directory hold; none if there is no such directory. `pattern` is
 * the rule of a template, as `SHOP-{year}-{n}`.
 */
export function takenIds(directory: string, pattern: string): string[] {
  const forms = [USUAL_ID, idForm(pattern)];
  const names = documentNames(directory);
  const ids = names.flatMap((name) => {
    const text = `${name} ${headOf(join(directory, name))}`;
    return forms.flatMap((form) => [...text.matchAll(form)]);
  });
  return [...new Set(ids.map((match) => match[0]))];
}

function idForm(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.*+?^$()|[\]\\/]/gu, String.raw`\$&`)
    .replace('{date}', String.raw`\d{4}-\d\d-\d\d`)
    .replace('{year}', String.raw`\d{4}`)
    .replace('{n}', String.raw`\d+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?!\d)`, 'gu');
}

function documentNames(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.md'));
  } catch {
    // No directory, no documents; whether it can be written shows when it is.
    return [];
  }
}

function headOf(path: string): string {
  const buffer = Buffer.alloc(HEAD_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(file, buffer));
    } finally {
      closeSync(file);
    }
  } catch {
    // A document that cannot be read keeps its name's id.
    return '';
  }
}
