import { hollowLength } from './check-text.ts';
import { documentShape, readDocuments } from './read-documents.ts';
import type { EvidenceText, Sample } from './types.ts';

const HEAD = 65_536;
const MOST_LINES = 200;
const MOST_VALUES = 20;

/** What formats look at to recognise a text; JSON and YAML are parsed once for all of them. */
export function sampleOf(input: EvidenceText): Sample {
  const from = hollowLength(input.text);
  const head = input.text.slice(from, from + HEAD);
  const lines = head.split(/\r?\n/u, MOST_LINES * 2).filter((line) => line.trim() !== '');
  return { file: input.file, head, lines: lines.slice(0, MOST_LINES), ...values(input, lines) };
}

function values(input: EvidenceText, lines: readonly string[]): Pick<Sample, 'json' | 'jsonLines'> {
  const shape = documentShape(input.text);
  if (shape === 'none') return { json: undefined, jsonLines: [] };
  if (shape === 'json-lines') return { json: undefined, jsonLines: lines.slice(0, MOST_VALUES).flatMap(parsed) };
  const whole = shape === 'json' ? parsed(input.text) : [];
  if (whole.length > 0) return { json: whole[0], jsonLines: [] };
  const documents = readDocuments(input);
  const plain = documents.roots.map(({ value }) => value);
  if (documents.shape === 'yaml') return { json: plain.length === 1 ? plain[0] : plain, jsonLines: [] };
  if (documents.shape === 'json') return { json: plain[0], jsonLines: [] };
  return { json: undefined, jsonLines: plain.slice(0, MOST_VALUES) };
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
