import type { Finding } from '#core/errors';

import { type DocumentReport, type Report, slashed } from '../report.ts';

/**
 * The report as JUnit XML: a suite for each document, a case for each finding, failed where it is an error or a
 * warning; advice passes with its text as output. A document without findings is one passed case.
 */
export function junitReport({ documents, remarks }: Report): string {
  const suites = [
    ...(remarks.length === 0 ? [] : [suite('nevertwice', remarks)]),
    ...documents.map((document) => suite(slashed(document.file), document.findings)),
  ];
  const [tests, failures] = [sum(suites, 'tests'), sum(suites, 'failures')];
  const body = suites.map(({ xml }) => xml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nevertwice check" tests="${tests}" failures="${failures}">\n${body}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function sum(suites: readonly Suite[], key: 'tests' | 'failures'): number {
  return suites.reduce((total, each) => total + each[key], 0);
}

function suite(name: string, findings: readonly DocumentReport['findings'][number][] | readonly Finding[]): Suite {
  const cases =
    findings.length === 0
      ? [`    <testcase name="no findings" classname="${escape(name)}"/>\n`]
      : findings.map((finding) => testCase(name, finding));
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  const head = `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n`;
  return { tests: cases.length, failures, xml: `${head}${cases.join('')}  </testsuite>\n` };
}

function testCase(file: string, { code, help, message, place, severity }: Finding): string {
  const at = place?.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const name = escape(`${code} ${place?.line === undefined ? '' : `line ${place.line}`}`.trim());
  const line = place?.line === undefined ? '' : ` line="${place.line}"`;
  const text = escape([`${file}${at}`, message, help].filter((part) => part !== undefined).join('\n'));
  const inside =
    severity === 'info'
      ? `<system-out>${text}</system-out>`
      : `<failure type="${severity}" message="${escape(message)}">${text}</failure>`;
  return `    <testcase name="${name}" classname="${escape(file)}" file="${escape(file)}"${line}>${inside}</testcase>\n`;
}

/** Characters that XML 1.0 has no place for are shown as the replacement character. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
