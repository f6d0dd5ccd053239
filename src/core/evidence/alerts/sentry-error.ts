import type { LogLevel } from '../types.ts';
import type { JsonNode } from '../json-node.ts';
import type { Fact } from '../facts/fact-collector.ts';
import { firstText, lines, list, text } from '../facts/json-fields.ts';
import { severityLevels } from './severity-levels.data.ts';

/** Most stack frames kept of one exception, the innermost ones. */
const MOST_FRAMES = 10;

/** What every record about a Sentry issue or error says: title, level, project, places in the code, key. */
export function sentryError(
  error: JsonNode | undefined,
  action: string,
): Omit<Fact, 'at' | 'kind'> & { readonly hints: readonly (string | undefined)[] } {
  const title = firstText(error, ['title', 'metadata.title', 'message']) ?? 'issue without a title';
  const culprit = firstText(error, ['culprit', 'location']);
  const service = firstText(error, ['project.slug', 'project.name', 'projectSlug', 'project_slug']);
  return {
    text: culprit === undefined || title.includes(culprit) ? title : `${title} (${culprit})`,
    service,
    level: levelOf(error),
    key: sentryKey(text(error, 'id'), action),
    hints: [title, text(error, 'shortId')],
    names: [
      service,
      text(error, 'metadata.type'),
      text(error, 'metadata.filename'),
      text(error, 'metadata.function'),
      culprit,
      text(error, 'transaction'),
      text(error, 'release.version') ?? text(error, 'release'),
    ],
    details: lines({
      value: text(error, 'metadata.value'),
      file: text(error, 'metadata.filename'),
      culprit,
      link: firstText(error, ['permalink', 'web_url']),
    }),
  };
}

/** Key of one step of one issue. */
export function sentryKey(issue: string | undefined, action: string): string | undefined {
  return issue === undefined ? undefined : `sentry:${issue}:${action}`;
}

/** The exceptions of an event with their innermost frames, one line each. */
export function sentryFrames(event: JsonNode | undefined): string | undefined {
  const exceptions = list(event, 'exception.values').map((exception) => {
    const frames = list(exception, 'stacktrace.frames').slice(-MOST_FRAMES).toReversed();
    const head = `${text(exception, 'type') ?? 'Error'}: ${text(exception, 'value') ?? ''}`;
    return [head, ...frames.map(frameLine)].join('\n');
  });
  return exceptions.length === 0 ? undefined : exceptions.join('\n');
}

function frameLine(frame: JsonNode): string {
  const place = [firstText(frame, ['filename', 'module', 'abs_path']) ?? 'unknown file', text(frame, 'lineno')];
  return `  at ${text(frame, 'function') ?? '?'} (${place.filter((part) => part !== undefined).join(':')})`;
}

function levelOf(error: JsonNode | undefined): LogLevel {
  const tag = list(error, 'tags').find((entry) => text(entry, '0') === 'level' || text(entry, 'key') === 'level');
  const level = text(error, 'level') ?? text(tag, '1') ?? text(tag, 'value') ?? 'error';
  return severityLevels[level.toLowerCase()] ?? 'error';
}
