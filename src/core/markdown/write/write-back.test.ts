import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Postmortem } from '#core/record';

import { DIALECT_IDS } from '../dialects/dialect.ts';
import { isDialectId } from '../naming.ts';
import { parsePostmortem, type ParsedDocument } from '../parse-postmortem.ts';
import { itemOf } from '../places/item-path.ts';
import { locateValue } from '../places/locate-value.ts';
import { anyPostmortem } from '../record-arbitrary.fixture.ts';
import { leavesOf } from '../record-path.ts';
import { renderPostmortem } from '../render-postmortem.ts';
import { applyChange, type Change } from './change.ts';
import { changesBetween } from './record-changes.ts';
import { differences } from './same-content.ts';
import { writeDocument } from './write-document.ts';

const seed =
  process.env['PROPERTY_SEED'] === 'random' ? {} : { seed: Number(process.env['PROPERTY_SEED'] ?? 20261128) };
const runs = (count: number) => ({ ...seed, numRuns: Number(process.env['PROPERTY_RUNS'] ?? count) });

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
const filled = fileURLToPath(new URL('../../../../tests/fixtures/filled/', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
}

function documentAt(folder: string, pick: number): ParsedDocument {
  const files = filesIn(folder);
  const file = files[pick % files.length]!;
  return parsePostmortem(readFileSync(folder + file, 'utf8'), { file: file.split('__').at(-1) ?? file });
}

/** Values that people edit, and that a document can say in a place of their own. */
const EDITED =
  /^(?:title|status|severity\.label|summary\.text|rootCause\.\w+|impact\.(?:statement|users)|roles\.\w+)$|^(?:timeline|factors|wentWell|wentPoorly|lucky|actions)\.\d+\.text$|^actions\.\d+\.(?:owner|due)$|^lessons\.takeaways\.\d+$/u;

function editedPaths({ record, places }: ParsedDocument): string[] {
  return [...leavesOf(record)].flatMap(([path, value]) =>
    EDITED.test(path) && typeof value === 'string' && (path !== 'title' || places.has('title')) ? [path] : [],
  );
}

function reread(document: ParsedDocument, markdown: string): Postmortem {
  return parsePostmortem(markdown, {
    ...(document.file === undefined ? {} : { file: document.file }),
    ...(isDialectId(document.dialect) ? { dialect: document.dialect } : {}),
  }).record;
}

/** Lines outside of those that a span touches. */
function linesOutside(text: string, { start, end }: { start: number; end: number }): [string, string] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', Math.max(start, end - 1));
  return [text.slice(0, from), to === -1 ? '' : text.slice(to)];
}

/** Changes one value and expects nothing but its lines to differ, and the whole to read back as wanted. */
function expectOwnLinesOnly(document: ParsedDocument, path: string, value: string): void {
  const wanted = applyChange(document.record, { kind: 'set', path, value });
  const { markdown, findings } = writeDocument(document, wanted);
  const told = findings.filter(({ code }) => code !== 'concluded-value-changed');
  expect({ file: document.file, path, told }).toEqual({ file: document.file, path, told: [] });
  const concluded = new Set([...findings.map(({ place }) => place?.path), 'frontMatter']);
  const wrong = differences(reread(document, markdown), wanted).filter((other) => !concluded.has(other));
  expect({ file: document.file, path, wrong }).toEqual({ file: document.file, path, wrong: [] });
  const span = locateValue(document, path);
  const [before, behind] = linesOutside(document.source, span ?? { start: 0, end: document.source.length });
  expect({ file: document.file, path, kept: markdown.startsWith(before) && markdown.endsWith(behind) }).toEqual({
    file: document.file,
    path,
    kept: true,
  });
}

describe('a value that is changed', () => {
  const values = fc.constantFrom('Somebody else', 'One | two', '@zoe, then @bo', 'A line with `code` and *emphasis*');

  it.skipIf(!existsSync(corpus))('touches its own lines only, in documents of other teams', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (pick, which) => {
        const document = documentAt(corpus, pick);
        const paths = editedPaths(document);
        const path = paths[which % paths.length];
        if (path === undefined) return;
        // A ticket inside the text of an action is a value of its own, which has to stay.
        const tagged =
          path.endsWith('.text') &&
          document.record.actions.some(
            ({ ticket }, index) => ticket !== undefined && itemOf(path) === `actions.${String(index)}`,
          );
        if (!tagged) expectOwnLinesOnly(document, path, 'Somebody else');
      }),
      runs(12),
    );
  });

  it('touches its own lines only, in filled templates', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), values, (pick, which, value) => {
        const document = documentAt(filled, pick);
        const paths = editedPaths(document);
        expectOwnLinesOnly(document, paths[which % paths.length]!, value);
      }),
      runs(12),
    );
  });

  it('is read back from any document of any template, whatever the text', () => {
    fc.assert(
      fc.property(anyPostmortem, fc.constantFrom(...DIALECT_IDS), fc.nat(), (record, id, which) => {
        const document = parsePostmortem(renderPostmortem(record, id).markdown, { dialect: id });
        const paths = editedPaths(document);
        if (paths.length === 0) return;
        const wanted = applyChange(document.record, {
          kind: 'set',
          path: paths[which % paths.length]!,
          value: 'Somebody else',
        });
        const { markdown } = writeDocument(document, wanted);
        expect(differences(reread(document, markdown), wanted)).toEqual([]);
      }),
      runs(5),
    );
  });
});

describe('the changes between two records', () => {
  const texts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
  const record = (words: readonly string[]): Postmortem => ({
    timeline: [],
    actions: words.map((text) => ({ text, owner: `@${text}` })),
    whys: words.map((answer, index) => ({ answer, parent: index === 0 ? null : index - 1 })),
  });

  it('turn the one into the other, one after the other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changed = changesBetween(record(before), record(after)).reduce(applyChange, record(before));
        expect(differences(changed, record(after), true)).toEqual([]);
      }),
      runs(200),
    );
  });

  it('take one item out of a list without touching the others', () => {
    const one: Change = { kind: 'remove', list: 'actions', index: 1 };
    const { whys: _whys, ...before } = record(['a', 'b', 'c', 'd']);
    expect(changesBetween(before, applyChange(before, one))).toEqual([one]);
  });

  it('move one item that was taken elsewhere', () => {
    const { whys: _whys, ...before } = record(['a', 'b', 'c', 'd']);
    const { whys: _others, ...after } = record(['b', 'c', 'a', 'd']);
    expect(changesBetween(before, after)).toEqual([{ kind: 'move', list: 'actions', from: 0, to: 2 }]);
  });

  it('change one value of an item that is otherwise the same', () => {
    const { whys: _whys, ...before } = record(['a', 'b']);
    const after = applyChange(before, { kind: 'set', path: 'actions.1.owner', value: '@zoe' });
    expect(changesBetween(before, after)).toEqual([{ kind: 'set', path: 'actions.1.owner', value: '@zoe' }]);
  });
});
