import { convertDocument, parsePostmortem, writeDocument } from '#core/markdown';
import type { Finding } from '#core/errors';

import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { type DocumentText, readDocument } from '../files/read-document.ts';
import { readTeam, type Team } from '../files/read-team-file.ts';
import { refuseExisting, writeOutput } from '../files/write-output.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { chooseDialect } from './dialect-option.ts';

interface Converted {
  readonly bytes: Uint8Array;
  readonly markdown: string;
  readonly dialect: string;
  readonly findings: readonly Finding[];
}

/** Options of `nevertwice convert`. */
export interface ConvertOptions {
  readonly to?: string;
  readonly config?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Runs `nevertwice convert`. */
export async function runConvert(path: string, options: ConvertOptions, screen: Screen): Promise<ExitCode> {
  const { output, force = false } = options;
  if (output !== undefined && output !== '-') refuseExisting(output, force);
  const team = await readTeam(process.cwd(), options.config);
  const converted = convert(await readDocument(path), options.to, team);
  if (output !== undefined && output !== '-') writeOutput(output, converted.bytes, force);
  if (options.json) {
    const { dialect, markdown, findings } = converted;
    screen.out.write(`${JSON.stringify({ file: path, dialect, output: output ?? null, markdown, findings })}\n`);
    return exitOfFindings(findings, false);
  }
  if (output === undefined || output === '-') screen.out.write(converted.bytes);
  printFindings(screen.err, converted.findings);
  return exitOfFindings(converted.findings, false);
}

function convert(document: DocumentText, to: string | undefined, team: Team): Converted {
  const parsed = parsePostmortem(document.text, { file: document.file, dialects: team.dialects });
  if (to === undefined) {
    const { markdown } = writeDocument(parsed, parsed.record);
    // Unchanged text is its own bytes, in whatever encoding, readable or not.
    const bytes = markdown === document.text ? document.bytes : Buffer.from(markdown);
    return { bytes, markdown, dialect: parsed.dialect, findings: team.findings };
  }
  const dialect = chooseDialect(to, team);
  const { markdown, findings } = convertDocument(parsed, dialect);
  return { bytes: Buffer.from(markdown), markdown, dialect: dialect.id, findings: [...team.findings, ...findings] };
}
