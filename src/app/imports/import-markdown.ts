import { createContent, requireSize } from '#app/postmortems';
import type { UseCase, UseCases } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { isDialectId, type ParsedDocument, parsePostmortem } from '#core/markdown';
import { toLine } from '#core/record';

type Result = RouteAnswer<'importMarkdown'>['results'][number];

/** Imports documents, each by itself: what one of them lacks is said of that one, the others are there. */
const importMarkdown: UseCase<'importMarkdown'> = async (context, actor, { query, body }) => {
  for (const { name, markdown } of body.files) requireSize(name, markdown);
  const results: Result[] = [];
  for (const { name, markdown } of body.files) {
    const parsed = parsePostmortem(markdown, { file: name });
    const title = parsed.record.title ?? titleOfFile(name);
    const id =
      query.trial === true
        ? null
        : await createContent(context, actor, {
            title,
            record: parsed.record,
            dialect: parsed.dialect,
            source: markdown,
            sourceName: name,
            private: body.private,
            via: 'import',
          }).then((created) => created.id);
    results.push(resultOf(parsed, { file: name, id, title }));
    // Parsing is quick, but five hundred documents in one go would keep everybody else waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { results };
};

function resultOf(parsed: ParsedDocument, facts: Pick<Result, 'file' | 'id' | 'title'>): Result {
  const { findings, record } = parsed;
  const dialect = isDialectId(parsed.dialect) ? parsed.dialect : 'foreign';
  return { ...facts, dialect, rows: record.timeline.length, actions: record.actions.length, findings: [...findings] };
}

function titleOfFile(name: string): string {
  const stem = name.replace(/^.*[/\\]/u, '').replace(/\.\w+$/u, '');
  return toLine(stem.replaceAll(/[-_]+/gu, ' ')) ?? 'Untitled';
}

/** Documents that exist already. */
export const importUseCases: UseCases<'importMarkdown'> = { importMarkdown };
