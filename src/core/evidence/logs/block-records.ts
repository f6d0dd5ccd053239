import { indexText, placeAt, sourceAt, type TextIndex } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { BLOCK_KINDS, type BlockKind } from './block-kinds.data.ts';
import { cleanLine } from './clean-line.ts';
import { serviceOfFile } from './file-service.ts';
import { fieldRecord } from './json-record.ts';
import { fieldLineRecord } from './line-record.ts';
import { createLogClock } from './log-clock.ts';
import { createLogFindings } from './log-findings.ts';
import { recordEvent } from './record-event.ts';
import { type LogReading, recordTime } from './record-time.ts';
import { stampAt } from './stamp.ts';
import { type RecordEvent, tellRecords } from './story/index.ts';

/** A record's place and its fields under the names that readers of fields know. */
interface Block {
  readonly start: number;
  end: number;
  readonly fields: Record<string, string>;
  /** The field that lines without a name go on with. */
  open: string | null;
}

/** Logs whose records take several lines, one field a line. */
export const blockFormats: readonly Format[] = BLOCK_KINDS.map((kind) => ({
  id: kind.id,
  label: kind.label,
  recognise: (sample) => recognise(sample, kind),
  read: (input, context) => readBlocks(input, context, kind),
}));

function recognise({ lines }: Sample, { opens, field }: BlockKind): number {
  const [first] = lines;
  if (first === undefined || !opens.test(first)) return 0;
  return lines.slice(0, 10).filter((line) => field.test(line)).length >= 2 ? 0.97 : 0;
}

function readBlocks(input: EvidenceText, context: ReadContext, kind: BlockKind): Reading {
  const index = indexText(input);
  const findings = createLogFindings(input.file);
  const blocks = blocksIn(index, kind);
  const stamps = blocks.flatMap(({ fields }) => stampAt(fields['time'] ?? '', 0, null) ?? []);
  const clock = createLogClock(input, context, { stamps, midnights: 0 });
  const reading: LogReading = { index, format: kind.id, clock, findings, fileService: serviceOfFile(input.file) };
  const events = blocks.flatMap((block) => eventOf(reading, block) ?? []);
  return { events: tellRecords(events, context.window), findings: findings.finish(clock.notes, clock.zone) };
}

function blocksIn(index: TextIndex, kind: BlockKind): Block[] {
  const blocks: Block[] = [];
  for (const { text, start, end } of index.lines()) {
    const line = cleanLine(text);
    if (kind.opens.test(line)) blocks.push({ start, end, fields: {}, open: null });
    const block = blocks.at(-1);
    if (block === undefined || line.trim() === '') continue;
    addLine(block, line, kind);
    block.end = end;
  }
  return blocks;
}

function addLine(block: Block, line: string, { field, long, names = {} }: BlockKind): void {
  const [, written, value = ''] = field.exec(line) ?? [];
  if (written === undefined) {
    if (block.open === long) block.fields[long] = `${block.fields[long] ?? ''}\n${line.trim()}`.trim();
    return;
  }
  const name = Object.hasOwn(names, written) ? (names[written] ?? written) : written;
  block.fields[name] ??= value;
  block.open = name;
}

function eventOf(reading: LogReading, { start, end, fields }: Block): RecordEvent | null {
  const { index } = reading;
  const found = fieldRecord(fields, '');
  if (found === null) {
    reading.findings.lost('no-time', placeAt(index, start), index.input.text.slice(start, end));
    return null;
  }
  const record = fieldLineRecord(found);
  return recordEvent({
    record,
    at: recordTime(reading, record, start),
    source: sourceAt(index, reading.format, { start, end }),
    details: undefined,
    fileService: reading.fileService,
  });
}
