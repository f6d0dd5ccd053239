import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { BUILT_IN_DIALECTS, convertDocument, type Dialect, parsePostmortem } from '#core/markdown';
import { type Postmortem, resolveRecord } from '#core/record';
import { readDialectFile } from '#core/team-file';

import { arrangeRecord, contentOf } from '../src/core/markdown/arrange-record.ts';
import { OWN_DIALECTS } from '../src/core/team-file/own-dialects.fixture.ts';

const CORPUS = join(import.meta.dirname, '../../shared/corpus');
/** Every so many documents are converted; CORPUS_STEP=1 takes all. */
const STEP = Number(process.env['CORPUS_STEP'] ?? 10);

const files = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter((name) => name.endsWith('.md') && name !== 'README.md')
  : [];
const own = OWN_DIALECTS.flatMap(([file, text]) => readDialectFile(text, file).dialect ?? []);
const dialects: readonly Dialect[] = [...BUILT_IN_DIALECTS, ...own];

/** Everything a record says; the name of its dialect, and the order of keys, are no content. */
function content(record: Postmortem): unknown {
  const { dialect: _dialect, ...rest } = contentOf(record);
  return JSON.parse(JSON.stringify(rest));
}

function arranged(record: Postmortem, ...along: readonly Dialect[]): Postmortem {
  return along.reduce((each, dialect) => resolveRecord(arrangeRecord(each, dialect)), record);
}

describe.skipIf(files.length === 0)("somebody else's document", () => {
  it.each(files.filter((_file, index) => index % STEP === 0))(
    'says the same in every template, and is taken for what it is: %s',
    (file) => {
      const document = parsePostmortem(readFileSync(join(CORPUS, file), 'utf8'), { file });
      for (const dialect of dialects) {
        const there = parsePostmortem(convertDocument(document, dialect).markdown, { dialects });
        expect(there.dialect).toBe(dialect.id);
        expect(content(there.record)).toEqual(content(arranged(document.record, dialect)));
      }
    },
  );

  it.each(files.filter((_file, index) => index % STEP === 5 % STEP))(
    'says the same after the way through all templates: %s',
    (file) => {
      const document = parsePostmortem(readFileSync(join(CORPUS, file), 'utf8'), { file });
      const last = dialects.reduce(
        (each, dialect) => parsePostmortem(convertDocument(each, dialect).markdown, { dialects }),
        document,
      );
      expect(content(last.record)).toEqual(content(arranged(document.record, ...dialects)));
    },
  );
});
