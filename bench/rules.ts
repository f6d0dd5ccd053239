import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Finding, Severity } from '#core/errors';
import { parsePostmortem } from '#core/markdown';
import { reviewRecord } from '#core/review';

import { printTable } from './print-table.ts';

/**
 * What the review says about real documents: findings a document by severity, and how many documents each rule speaks
 * up in. `npm run bench:rules`, with `-- --show CODE` for every finding of one rule, to judge them by reading.
 */

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
/** Read as on this day, so that the figures do not change by themselves. */
const NOW = '2026-11-28T12:00:00Z';
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Checked {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Milliseconds of processor time that the review took, without the reading. */
  readonly reviewed: number;
}

function check(file: string): Checked {
  const document = parsePostmortem(readFileSync(corpus + file, 'utf8'), { file: file.split('__').at(-1) ?? file });
  const before = process.cpuUsage();
  const review = reviewRecord(document.record, { dialect: document.dialect, now: NOW });
  const { system, user } = process.cpuUsage(before);
  const told = new Set(review.map(({ code, place }) => `${code} ${place?.path ?? ''}`));
  const reading = document.findings.filter(({ code, place }) => !told.has(`${code} ${place?.path ?? ''}`));
  return { file, findings: [...reading, ...review], reviewed: (user + system) / 1000 };
}

function quantile(numbers: readonly number[], part: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return String(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
}

function perSeverity(documents: readonly Checked[]): string[][] {
  return SEVERITIES.map((severity) => {
    const counts = documents.map(({ findings }) => findings.filter((each) => each.severity === severity).length);
    const sum = counts.reduce((total, count) => total + count, 0);
    return [severity, String(sum), quantile(counts, 0.5), quantile(counts, 0.9), quantile(counts, 1)];
  });
}

function perCode(documents: readonly Checked[]): string[][] {
  const all = documents.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  return [...Map.groupBy(all, ({ code, severity }) => `${code}\t${severity}`)]
    .map(([key, found]) => ({ key, found, files: new Set(found.map(({ file }) => file)).size }))
    .toSorted((a, b) => b.files - a.files || a.key.localeCompare(b.key))
    .map(({ key, found, files }) => [
      ...key.split('\t'),
      String(files),
      `${((100 * files) / documents.length).toFixed(0)} %`,
      String(found.length),
    ]);
}

function show(documents: readonly Checked[], wanted: string): void {
  for (const { file, findings } of documents) {
    for (const { code, message, place } of findings) {
      if (code === wanted) console.log(`${file}\n  ${place?.path ?? ''}: ${message}`);
    }
  }
}

function main(): void {
  const files = readdirSync(corpus).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const documents = files.map(check);
  const wanted = process.argv.indexOf('--show');
  if (wanted !== -1) {
    show(documents, process.argv[wanted + 1] ?? '');
    return;
  }
  const reviewed = documents.reduce((sum, each) => sum + each.reviewed, 0);
  const read = `${String(documents.length)} documents; their review takes ${reviewed.toFixed(0)} ms of processor time, cold.`;
  printTable('Findings a document', [['severity', 'all', 'median', 'p90', 'most'], ...perSeverity(documents)], read);
  printTable(
    'Rules',
    [['code', 'severity', 'documents', 'of all', 'findings'], ...perCode(documents)],
    'A rule that says “warning” in more than 60 % of them is either right about all of them or too loud.',
  );
}

if (existsSync(corpus)) main();
else console.log(`There are no documents at ${corpus}, so nothing is measured.`);
