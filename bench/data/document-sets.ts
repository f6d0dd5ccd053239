import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { ownDocuments } from './own-documents.ts';

/** Documents of one origin. */
export interface DocumentSet {
  readonly name: string;
  readonly texts: readonly string[];
}

const FOLDERS = [
  { name: 'real ones (corpus)', folder: new URL('../../../shared/corpus/', import.meta.url) },
  { name: 'filled templates', folder: new URL('../../tests/fixtures/filled/', import.meta.url) },
];

/** Every set that is there; the generated one always is. */
export function documentSets(): DocumentSet[] {
  const stored = FOLDERS.map(({ name, folder }) => ({ name, texts: textsIn(fileURLToPath(folder)) }));
  const own = { name: 'generated, five dialects', texts: ownDocuments(50).map(({ markdown }) => markdown) };
  return [...stored, own].filter(({ texts }) => texts.length > 0);
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.toSorted().map((name) => readFileSync(folder + name, 'utf8'));
}
