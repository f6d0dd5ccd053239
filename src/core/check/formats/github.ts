import type { Finding } from '#core/errors';

import type { CheckedFinding } from '../checked-finding.ts';
import { type Report, slashed } from '../report.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The report as workflow commands, which GitHub shows as annotations at their lines.
 * Source: docs.github.com, "Workflow commands for GitHub Actions".
 */
export function githubReport({ documents, remarks }: Report): string {
  const found = documents.flatMap(({ findings }) => findings);
  return [...remarks, ...found].map((finding) => `${commandFor(finding)}\n`).join('');
}

function commandFor(finding: Finding | CheckedFinding): string {
  const { code, help, message, place, severity } = finding;
  const properties = {
    file: place?.file === undefined ? undefined : slashed(place.file),
    line: place?.line,
    col: place?.column,
    // Columns are understood only where a finding stands on one line.
    ...endOf(place),
    title: code,
  };
  const words = Object.entries(properties)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]))
    .join(',');
  const suggestion = 'suggestion' in finding ? `For example: ${finding.suggestion}` : undefined;
  const text = [message, help, suggestion].filter((part) => part !== undefined).join('\n');
  return `::${COMMAND[severity]} ${words}::${escapeData(text)}`;
}

function endOf(place: (Finding['place'] & { readonly endLine?: number; readonly endColumn?: number }) | undefined): {
  endLine?: number;
  endColumn?: number;
} {
  if (place?.endLine === undefined) return {};
  return place.endLine === place.line && place.endColumn !== undefined
    ? { endLine: place.endLine, endColumn: place.endColumn }
    : { endLine: place.endLine };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
