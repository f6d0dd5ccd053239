import type { Dialect, DialectProcess } from './dialects/dialect.ts';
import type { SectionSpec } from './spec.ts';

/** The guidance of one section as a comment: its own words, or the rules that the template has for it. */
export function sectionGuidance(spec: SectionSpec, dialect: Dialect): string | undefined {
  const rules = (dialect.process?.rules ?? []).filter((rule) => rule.section === spec.id).map((rule) => rule.text);
  const text = spec.guidance ?? (rules.length === 0 ? undefined : rules.join(' '));
  return text === undefined ? undefined : `<!-- ${text} -->`;
}

/** What the process around a template demands, as a comment for a new document; undefined for a template without one. */
export function processGuidance(dialect: Dialect): string | undefined {
  const { process } = dialect;
  if (process === undefined) return undefined;
  const parts = [
    [
      `A post-mortem is required for ${process.required}${process.recommended === undefined ? '' : ` and recommended for ${process.recommended}`}.`,
      `Meeting: ${meetingLimit(process.meetingWithinBusinessDays)} of the resolution, ${minutes(process.meetingMinutes)}.`,
      `Invited: ${process.invite}.`,
      ...(process.agenda.length === 0
        ? []
        : [`Agenda: ${process.agenda.map((item) => `${item.part} ${String(item.minutes)} min`).join(', ')}.`]),
    ],
    [
      `Evidence: from ${String(process.evidenceWindow.hoursBefore)} h before the incident to ${String(process.evidenceWindow.hoursAfter)} h after its resolution.`,
      ...process.evidenceCommands.map((command) => `  ${command}`),
    ],
    ['Done when:', ...process.exitCriteria.map((criterion) => `- ${criterion}`)],
    [`Actions are tracked in: ${process.tracking}.`, `Reviewed: ${process.review}.`, `File: ${fileOf(dialect)}`],
  ];
  return `<!--\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n-->`;
}

function fileOf({ folder, fileName }: Dialect): string {
  return `${folder}/${fileName.replace('{date}', 'YYYY-MM-DD').replace('{title}', 'short-title').replace('{id}', 'incident-id')}`;
}

function meetingLimit(limits: Readonly<Record<string, number>>): string {
  const parts = Object.entries(limits).map(
    ([severity, days]) => `${String(days)} business days${severity === 'any' ? '' : ` (${severity})`}`,
  );
  return `within ${parts.join(', ')}`;
}

function minutes({ usual, most }: DialectProcess['meetingMinutes']): string {
  return usual === most ? `${String(most)} minutes` : `${String(usual)} minutes, at most ${String(most)}`;
}
