import type { Finding } from '#core/errors';
import { type Rule, RULES } from '#core/review';

import type { CheckedFinding } from '../checked-finding.ts';
import { type Report, slashed } from '../report.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The report as SARIF 2.1.0 (OASIS): every rule with its reason and help, results with regions in UTF-16 columns, what
 * comments in the documents suppress as suppressed results with their reasons.
 */
export function sarifReport({ documents, remarks, version }: Report): string {
  const indexes = new Map(RULES.map(({ code }, index) => [code, index]));
  const results = documents.flatMap(({ findings, suppressed }) => [
    ...findings.map((finding) => resultOf(finding, indexes)),
    ...suppressed.map(({ finding, reason }) => ({
      ...resultOf(finding, indexes),
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    })),
  ]);
  const run = {
    tool: { driver: { name: 'Nevertwice', semanticVersion: version, rules: RULES.map(describeRule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: remarks.every(({ severity }) => severity !== 'error'),
        toolExecutionNotifications: remarks.map(notificationOf),
      },
    ],
    results,
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function describeRule({ code, examples, family, help, severity, source, title, why }: Rule): object {
  const shown = [why, help, ...examples.bad.slice(0, 1).map((bad) => `Found in: ${bad}`)];
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)([a-z])/gu, (_match, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: shown.join('\n\n') },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [family], ...(source === undefined ? {} : { source }) },
  };
}

function resultOf(finding: CheckedFinding, indexes: ReadonlyMap<string, number>): object {
  const { code, help, message, place, severity, suggestion } = finding;
  const parts = [message, help, suggestion === undefined ? undefined : `For example: ${suggestion}`];
  return {
    ruleId: code,
    ...(indexes.has(code) ? { ruleIndex: indexes.get(code) } : {}),
    level: LEVEL[severity],
    message: { text: parts.filter((part) => part !== undefined).join(' ') },
    locations: [{ physicalLocation: physicalLocation(place) }],
    partialFingerprints: { 'nevertwice/v1': `${code}:${place.path ?? ''}:${message}` },
  };
}

function physicalLocation({ column, endColumn, endLine, file, line }: CheckedFinding['place']): object {
  return {
    artifactLocation: { uri: addressOf(file ?? 'standard input') },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function notificationOf({ code, help, message, place, severity }: Finding): object {
  return {
    descriptor: { id: code },
    level: LEVEL[severity],
    message: { text: [message, help].filter((part) => part !== undefined).join(' ') },
    ...(place?.file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(place.file) } } }] }),
  };
}

/** A relative reference as RFC 3986 has it; a drive or root makes it a file address. */
function addressOf(file: string): string {
  const path = slashed(file).split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]%3A\//iu.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
