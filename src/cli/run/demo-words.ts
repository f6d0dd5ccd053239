import type { Stream } from '../terminal/screen.ts';
import { wrapText } from '../terminal/text-width.ts';

/** What the demo is about. */
export function demoIntroduction(stream: Stream): string[] {
  const { bold, dim } = stream.colours;
  const story =
    'The online shop Larkspur could not take payments for an hour. Thirty files are all that is left of it: alerts, ' +
    'deployments, logs of three services, a chat, commits. One service writes local times, one clock is 42 seconds ahead.';
  return [
    '',
    bold('Nevertwice, from evidence to a draft'),
    ...wrapText(story, Math.min(stream.width, 80)),
    '',
    dim('$ nevertwice draft examples/checkout-outage/evidence \\'),
    dim('    --zone Europe/Berlin --print-zone UTC --skew cart=+42s --yes'),
  ];
}

/** What to try next. */
export function demoNextSteps(stream: Stream, path: string): string[] {
  const { dim } = stream.colours;
  const steps: readonly (readonly [string, string])[] = [
    ['read the draft', `less ${path}`],
    ['measure it', `nevertwice metrics ${path}`],
    ['in another template', `nevertwice convert ${path} --to standard`],
    ['with your own evidence', 'nevertwice draft path/to/evidence'],
  ];
  return ['Next', ...steps.flatMap(([what, command]) => [`  ${dim(`# ${what}`)}`, `  ${command}`]), ''];
}
