import type { Finding, Place } from '#core/errors';
import type { Postmortem, TimelineRow } from '#core/record';
import { resolveTime } from '#core/time';

import type { DocumentTree } from './document-tree.ts';

/** What a reader of the record should know about the document: prompts left, text without a field, unclear times. */
export function documentFindings(input: {
  record: Postmortem;
  tree: DocumentTree;
  dialect: string;
  file?: string;
}): Finding[] {
  const at = (text: string | undefined, path: string): Place => ({
    ...(input.file === undefined ? {} : { file: input.file }),
    ...lineOf(input.tree.source, text),
    path,
  });
  return [
    ...(input.tree.source.trim() === '' ? [emptyDocument(at(undefined, ''))] : []),
    ...(input.record.unmapped ?? []).map((extra, index): Finding => ({
      code: 'section-unmapped',
      severity: 'info',
      message: `The section “${firstLine(extra.markdown)}” stands for no field of the record; it is kept verbatim.`,
      place: at(firstLine(extra.markdown), `unmapped.${String(index)}`),
    })),
    ...(input.record.guidance ?? []).flatMap((entry, index): Finding[] =>
      entry.kind === 'prompt'
        ? [
            {
              code: 'prompt-left',
              severity: 'warning',
              message: `“${firstLine(entry.markdown)}” is still the template's prompt.`,
              place: at(firstLine(entry.markdown), `guidance.${String(index)}`),
              help: 'Fill it in, or delete the line if it does not apply.',
            },
          ]
        : [],
    ),
    ...unclearTimes(input.record, at),
    ...assumedZone(input.record, at),
    ...assumedHalf(input.record, at),
  ];
}

type PlaceOf = (text: string | undefined, path: string) => Place;

/** Once for a timeline: in which zone its clocks are read where nothing states one. */
function assumedZone({ timeline }: Postmortem, at: PlaceOf): Finding[] {
  const clocks = timeline.flatMap((row, index) => (isClock(row) && !row.at.zoneStated ? [{ row, index }] : []));
  const [first] = clocks;
  if (first === undefined) return [];
  const { written, zone } = first.row.at;
  const rows =
    clocks.length === 1 ? '1 time states no zone and is' : `${String(clocks.length)} times state no zone and are`;
  return [
    {
      code: 'document-zone-assumed',
      severity: 'info',
      message: `${rows} read in ${zone ?? 'UTC'}, first “${written}”.`,
      place: at(written, `timeline.${String(first.index)}.at`),
      help: 'State the zone above the timeline: “All times in UTC.”',
    },
  ];
}

/** Once for a timeline: clocks of twelve hours behind a noon that nobody states. */
function assumedHalf({ timeline }: Postmortem, at: PlaceOf): Finding[] {
  const index = timeline.findIndex(
    (row) => isClock(row) && row.at.approximate && !resolveTime(row.at.written).approximate,
  );
  const row = timeline[index];
  if (row === undefined || !isClock(row)) return [];
  return [
    {
      code: 'half-day-assumed',
      severity: 'warning',
      message: `“${row.at.written}” comes below a later time, so it is read as after noon or midnight.`,
      place: at(row.at.written, `timeline.${String(index)}.at`),
      help: 'Write it with 24 hours, or with am and pm.',
    },
  ];
}

/** A row whose time is a clock on some day. */
function isClock(row: TimelineRow): row is TimelineRow & { at: NonNullable<TimelineRow['at']> } {
  return row.at !== null && row.at.instant !== null && row.at.precision !== 'day' && row.at.precision !== 'unknown';
}

function emptyDocument(place: Place): Finding {
  return {
    code: 'document-empty',
    severity: 'error',
    message: 'The document is empty.',
    place,
    help: 'Check that it is the right file.',
  };
}

function unclearTimes(record: Postmortem, at: (text: string | undefined, path: string) => Place): Finding[] {
  return record.timeline.flatMap((row, index): Finding[] => {
    if (row.at === null || row.at.instant !== null) return [];
    const place = at(row.at.written, `timeline.${String(index)}.at`);
    return [
      {
        code: 'time-unresolved',
        severity: 'warning',
        message: `“${row.at.written}” does not say which instant it is.`,
        place,
        help: record.incident?.date?.instant
          ? 'Write it as HH:MM or with its date.'
          : 'State the date of the incident, or write the time with its date.',
      },
    ];
  });
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function lineOf(source: string, text: string | undefined): { line?: number } {
  const offset = text === undefined || text === '' ? -1 : source.indexOf(text.replace(/…$/u, ''));
  if (offset === -1) return {};
  let line = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return { line };
}
