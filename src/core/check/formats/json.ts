import { countFindings, type Report } from '../report.ts';

/** The report as one JSON document; its shape only ever grows. */
export function jsonReport(report: Report): string {
  const { documents, remarks, version } = report;
  const shown = documents.map(({ actions, dialect, file, findings, suppressed }) => ({
    file,
    dialect,
    findings,
    actions,
    suppressed: suppressed.map(({ finding, reason }) => ({ ...finding, reason })),
  }));
  return `${JSON.stringify({ version, summary: countFindings(report), documents: shown, remarks }, null, 2)}\n`;
}
