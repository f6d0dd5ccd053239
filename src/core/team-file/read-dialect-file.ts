import type { Finding, Place } from '#core/errors';
import {
  checkOwnDialect,
  compileDialect,
  type Dialect,
  type OwnBlock,
  type OwnDialect,
  type OwnField,
  type OwnSection,
  readTemplateSections,
} from '#core/markdown';
import type { DurationDefinition } from '#core/record';

import { type DialectFile, dialectFileSchema, type TemplateHead, templateHeadSchema } from './dialect-file-schema.ts';
import { readBySchema } from './read-by-schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** A team's own template, and what is wrong with its file. */
export interface DialectFileReading {
  /** Null if something is wrong: documents written by half a template would be a surprise. */
  readonly dialect: Dialect | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a team's own template: YAML that describes it, or, where the file's name ends in `.md`, a Markdown document
 * with placeholders and settings in its front matter. Never throws; every mistake is a finding with its line.
 */
export function readDialectFile(text: string, file: string): DialectFileReading {
  const reading = /\.(?:md|markdown)$/iu.test(file) ? readTemplate(text, file) : readYamlDialect(text, file);
  if (reading.own === null) return { dialect: null, findings: reading.findings };
  const findings = [...reading.findings, ...checkOwnDialect(reading.own)];
  return { dialect: findings.length > 0 ? null : compileDialect(reading.own), findings };
}

interface OwnReading {
  readonly own: OwnDialect | null;
  readonly findings: readonly Finding[];
}

type PlaceOf = YamlSource['placeOf'];

function readYamlDialect(text: string, file: string): OwnReading {
  const { value, findings, placeOf } = readBySchema(text, { file, schema: dialectFileSchema, entryDepth: 2 });
  if (value === null) return { own: null, findings };
  const found: Finding[] = [];
  const sections = value.sections.map((section, index) =>
    sectionOf(section, { at: ['sections', index], placeOf, found }),
  );
  return { own: { ...headOf(value, { file, place: placeOf([]) }), sections }, findings: [...findings, ...found] };
}

const FRONT_MATTER = /^(---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

function readTemplate(text: string, file: string): OwnReading {
  const source = text.replace(/^\uFEFF/u, '');
  const [whole = '', , yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  const head = readBySchema(yaml, {
    file,
    schema: templateHeadSchema,
    entryDepth: 2,
    linesBefore: whole === '' ? 0 : 1,
  });
  if (head.value === null) return { own: null, findings: head.findings };
  const { value, placeOf } = head;
  const linesBefore = whole.split('\n').length - 1;
  const sections = readTemplateSections(source.slice(whole.length), { file, linesBefore });
  const known = new Set(sections.map(({ heading }) => heading));
  const unknown = Object.keys(value.sections).filter((heading) => !known.has(heading));
  return {
    own: {
      ...headOf(value, { file, place: { file, line: 1 } }),
      sections: sections.map((section) => withExtras(section, value)),
    },
    findings: [...head.findings, ...unknown.map((heading) => unknownHeading(heading, placeOf(['sections', heading])))],
  };
}

function unknownHeading(heading: string, place: Place): Finding {
  return {
    code: 'template-invalid',
    severity: 'error',
    message: `The template has no heading “${heading}”.`,
    place,
    help: 'Write it as it stands in the document below.',
  };
}

function withExtras(section: OwnSection, head: TemplateHead): OwnSection {
  const extras = head.sections[section.heading];
  if (extras === undefined) return section;
  const { aliases, horizon, id, optional } = extras;
  const blocks = section.blocks.map((block) =>
    block.kind === 'table' && horizon !== undefined ? { ...block, horizon } : block,
  );
  return { ...section, aliases, optional, blocks, ...(id === undefined ? {} : { id }) };
}

type Head = Pick<DialectFile, Exclude<keyof TemplateHead, 'sections'>>;

function headOf(head: Head, { file, place }: { file: string; place: Place }): Omit<OwnDialect, 'sections'> {
  const { zone, folder, fileName, incidentId, severities } = head;
  const id = head.id ?? idOfFile(file);
  return {
    id,
    label: head.label ?? id,
    zone,
    folder: folder.replace(/\/+$/u, ''),
    fileName,
    incidentId,
    severities,
    place,
    durations: head.durations.map((each) => durationOf(each, id)),
  };
}

/** `docs/shop-report.template.md` is the template `shop-report`. */
function idOfFile(file: string): string {
  const name = file.replace(/^.*[/\\]/u, '').replace(/\.\w+$/u, '');
  return name
    .replace(/\.(?:dialect|template)$/u, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-');
}

function durationOf(written: DialectFile['durations'][number], dialect: string): DurationDefinition {
  const { id, label, earliest, sumOverImpactPeriods, note } = written;
  const choose = earliest ? 'earliest' : 'first-known';
  const end = (moments: DialectFile['durations'][number]['from']): DurationDefinition['from'] => {
    const kinds = Array.isArray(moments) ? moments : [moments];
    return { words: kinds.map((kind) => kind.replaceAll('-', ' ')).join(' or '), moments: kinds, choose };
  };
  return {
    id,
    label,
    dialects: [dialect],
    from: end(written.from),
    to: end(written.to),
    ...(note === undefined ? {} : { note }),
    ...(sumOverImpactPeriods ? { sumOverImpactPeriods } : {}),
  };
}

interface SectionReader {
  readonly at: readonly (string | number)[];
  readonly placeOf: PlaceOf;
  readonly found: Finding[];
}

type WrittenSection = DialectFile['sections'][number];
type WrittenBlock = NonNullable<WrittenSection['holds']>[number];

function sectionOf(section: WrittenSection, reader: SectionReader): OwnSection {
  const { heading, depth, ruled, guidance, aliases, optional, id, holds } = section;
  const written = holds ?? (KINDS.some((kind) => section[kind] !== undefined) ? [section] : []);
  return {
    place: reader.placeOf(reader.at),
    heading,
    depth,
    ruled,
    aliases,
    optional,
    ...(guidance === undefined ? {} : { guidance }),
    ...(id === undefined ? {} : { id }),
    blocks: written.flatMap((block, index) =>
      blockOf(block, { ...reader, at: holds === undefined ? reader.at : [...reader.at, 'holds', index] }),
    ),
  };
}

const KINDS = ['text', 'fields', 'list', 'table', 'sentence', 'fixed'] as const;

function blockOf(block: WrittenBlock, { at, placeOf, found }: SectionReader): OwnBlock[] {
  const kinds = KINDS.filter((kind) => block[kind] !== undefined);
  const [kind] = kinds;
  const place = placeOf([...at, kind ?? '']);
  if (kind === undefined || kinds.length > 1) {
    found.push({
      code: 'template-invalid',
      severity: 'error',
      message: kind === undefined ? 'It holds nothing.' : `It holds ${kinds.join(' and ')} at once.`,
      place,
      help: `Write one of ${KINDS.join(', ')}; for several, a list under “holds”.`,
    });
    return [];
  }
  return [ofKind(kind, block, place)];
}

function ofKind(kind: (typeof KINDS)[number], block: WrittenBlock, place: Place): OwnBlock {
  const { text = '', fields = {}, list = '', table = '', columns = {}, sentence = '', fixed = '' } = block;
  const prompt = block.prompt === undefined ? {} : { prompt: bracketed(block.prompt) };
  switch (kind) {
    case 'text':
      return { kind, place, path: text, ...prompt };
    case 'fields':
      return { kind, place, style: block.style ?? 'bold', header: block.header ?? ['', ''], fields: fieldsOf(fields) };
    case 'list': {
      const { item, label, numbered } = block;
      return {
        kind,
        place,
        path: list,
        numbered,
        ...prompt,
        ...(item === undefined ? {} : { item }),
        ...(label === undefined ? {} : { label }),
      };
    }
    case 'table':
      return {
        kind,
        place,
        path: table,
        columns: fieldsOf(columns),
        ...(block.horizon === undefined ? {} : { horizon: block.horizon }),
      };
    case 'sentence':
      return { kind, place, text: sentence };
    case 'fixed':
      return { kind, place, text: fixed };
  }
}

function fieldsOf(written: NonNullable<WrittenBlock['fields']>): OwnField[] {
  return Object.entries(written).map(([label, value]) => {
    if (typeof value === 'string') return { label, aliases: [], path: value };
    const { path, prompt, aliases } = value;
    return { label, aliases, path, ...(prompt === undefined ? {} : { prompt: bracketed(prompt) }) };
  });
}

/** Prompts are told from values by their brackets. */
function bracketed(prompt: string): string {
  return prompt.startsWith('[') ? prompt : `[${prompt.replaceAll(/[[\]]/gu, '')}]`;
}
