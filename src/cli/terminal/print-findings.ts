import type { Finding } from '#core/errors';

import type { Stream } from './screen.ts';
import { printable, wrapText } from './text-width.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;
const SYMBOL = { error: '✗', warning: '!', info: 'i' } as const;

/** So many findings of one kind in one file are printed; the rest is counted. */
const SHOWN_OF_A_KIND = 3;

/** Prints findings, the worst first, each with its place and what to do. */
export function printFindings(stream: Stream, findings: readonly Finding[]): void {
  const sorted = findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const kinds = Map.groupBy(sorted, ({ code, severity, place }) => `${severity} ${code} ${place?.file}`);
  stream.lines([...kinds.values()].flatMap((kind) => kindLines(stream, kind)));
}

function kindLines(stream: Stream, findings: readonly Finding[]): string[] {
  const [first] = findings;
  if (first?.place?.file === undefined || findings.length <= SHOWN_OF_A_KIND) {
    return findings.flatMap((finding) => findingLines(stream, finding));
  }
  const shown = findings.slice(0, SHOWN_OF_A_KIND - 1).flatMap((finding) => findingLines(stream, finding));
  const more = `${findings.length - SHOWN_OF_A_KIND + 1} more of this kind in ${printable(first.place.file)}; --json lists them all.`;
  return [...shown, ...wrapText(more, stream.width - 2).map((line) => stream.colours.dim(`  ${line}`))];
}

function findingLines(stream: Stream, finding: Finding): string[] {
  const { red, yellow, cyan, dim, bold } = stream.colours;
  const hue = { error: red, warning: yellow, info: cyan }[finding.severity];
  const place = placeText(finding);
  const room = stream.width - 4;
  const message = wrapText(printable(finding.message), room);
  const head = place === '' ? [] : [bold(printable(place))];
  const help = finding.help === undefined ? [] : wrapText(printable(finding.help), room).map((line) => dim(line));
  return [...head, ...message, ...help].map((line, index) =>
    index === 0 ? `${hue(SYMBOL[finding.severity])} ${line}` : `  ${line}`,
  );
}

/** Where it is, as `logs/api.log:12:3`. */
function placeText(finding: Finding): string {
  const { file, line, column, path } = finding.place ?? {};
  const position = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return [position, path].filter((part) => part !== undefined && part !== '').join(' ');
}
