import type { Finding } from '#core/errors';

import type { JsonNode } from './json-node.ts';
import { readJsonStream, type JsonError } from './json-tree.ts';
import { indexText, linesIn, placeAt } from './source-text.ts';
import type { EvidenceText } from './types.ts';
import { readYaml } from './yaml-tree.ts';

/** How a text holds its values: one document, several that follow one another, or one on every line. */
type DocumentShape = 'json' | 'json-stream' | 'json-lines' | 'yaml' | 'none';

/** The values of a text. */
export interface Documents {
  readonly shape: DocumentShape;
  readonly roots: readonly JsonNode[];
  readonly errors: readonly JsonError[];
}

/** A tree takes about 15 times the memory of its text. */
const MOST_CHARACTERS = 32 * 1024 * 1024;
const NOTHING: Documents = { shape: 'none', roots: [], errors: [] };
const TOO_LARGE: JsonError = {
  message: 'one JSON or YAML document larger than 32 million characters is not read',
  offset: 0,
};

const documents = new WeakMap<EvidenceText, Documents>();

/**
 * All JSON or YAML values of a text with their places: one document, concatenated documents, JSON lines, or a YAML
 * stream. Text that is neither has the shape `none`. Parsed once for each piece of evidence.
 */
export function readDocuments(input: EvidenceText): Documents {
  const known = documents.get(input);
  if (known !== undefined) return known;
  const found = parseDocuments(input.text);
  documents.set(input, found);
  return found;
}

/**
 * What keeps a text that looks like one JSON or YAML document from being read, for text that no format knows. Nothing for
 * any other text.
 */
export function brokenDocument(input: EvidenceText): Finding[] {
  const shape = documentShape(input.text);
  if (shape === 'json' && isJson(input.text)) return [];
  return shape === 'json' || shape === 'yaml' ? documentFindings(input) : [];
}

/** Findings of {@link readDocuments}: where the text is not JSON or breaks off, and what became of it. */
export function documentFindings(input: EvidenceText): Finding[] {
  const index = indexText(input);
  return readDocuments(input).errors.map(({ message, offset }) => ({
    code: 'evidence-malformed',
    severity: 'warning',
    message: `${input.file}: ${message}.`,
    place: placeAt(index, offset),
    help: 'What can be read is used; export the file again, or in parts, for the rest.',
  }));
}

/**
 * What a text looks like, from its beginning alone: `json` also stands for several documents in a row. Cheap on large
 * texts.
 */
export function documentShape(text: string): 'json' | 'json-lines' | 'yaml' | 'none' {
  const first = /\S/u.exec(text)?.[0];
  if (first === '{' || first === '[') return looksLikeJsonLines(text) ? 'json-lines' : 'json';
  return looksLikeManifest(text) ? 'yaml' : 'none';
}

function parseDocuments(text: string): Documents {
  const shape = documentShape(text);
  if (shape === 'none') return NOTHING;
  if (shape === 'json-lines') return { shape, ...parseLines(text) };
  if (text.length > MOST_CHARACTERS) return { ...NOTHING, errors: [TOO_LARGE] };
  return shape === 'yaml' ? { shape, ...readYaml(text) } : parseJson(text);
}

/** YAML is only tried where top-level keys look like a manifest: almost any text is valid YAML of some kind. */
function looksLikeManifest(text: string): boolean {
  return /^(?:apiVersion|kind|items|metadata): */mu.test(text.slice(0, 4096)) && /^(?:- )? *kind: */mu.test(text);
}

function parseJson(text: string): Documents {
  const { roots, errors, garbage } = readJsonStream(text);
  if (garbage || roots.every(({ type }) => type !== 'object' && type !== 'array')) return NOTHING;
  return { shape: roots.length === 1 ? 'json' : 'json-stream', roots, errors };
}

/** A value stands complete on the first line, and most of the next lines start one. */
function looksLikeJsonLines(text: string): boolean {
  const lines = text
    .slice(0, 65_536)
    .split('\n', 21)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || !isJson(lines[0] ?? '')) return false;
  return lines.filter((line) => /^\s*[[{]/u.test(line)).length * 2 > lines.length;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Line by line, so that a broken line costs only itself. */
function parseLines(text: string): { roots: JsonNode[]; errors: JsonError[] } {
  const roots: JsonNode[] = [];
  const errors: JsonError[] = [];
  for (const line of linesIn(text)) {
    const read = readJsonStream(line.text, line.start);
    for (const root of read.roots) if (root.complete && root.type === 'object') roots.push(root);
    errors.push(...read.errors.slice(0, 1));
  }
  return { roots, errors };
}
