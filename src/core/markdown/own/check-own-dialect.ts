import { type Finding, nearestWord, type Place } from '#core/errors';
import { MOMENT_KINDS } from '#core/record';

import { RECORD_FIELDS, RECORD_LISTS } from '../record-fields.data.ts';
import { normaliseLabel } from '../spec.ts';
import { DIALECT_IDS } from '../dialects/dialect.ts';
import { durationAt, isFieldPath } from './field-type.ts';
import type { OwnBlock, OwnDialect, OwnSection } from './own-dialect.ts';
import { OWN_LISTS } from './own-paths.data.ts';
import { placeholdersIn, strayPlaceholder } from './placeholders.ts';

/**
 * What is wrong with a team's own template: fields that do not exist, headings that cannot be told apart, fields that
 * stand twice, tables without the column that makes a row an item. Empty for one that can be used.
 */
export function checkOwnDialect(own: OwnDialect): Finding[] {
  return [
    ...checkNames(own),
    ...duplicateHeadings(own.sections),
    ...own.sections.flatMap(checkHeading),
    ...own.sections.flatMap(checkSection),
    ...own.sections.flatMap(({ blocks }) => blocks.flatMap((block) => checkBlock(block, own))),
    ...repeatedPaths(own.sections),
  ];
}

function problem(place: Place, text: { code: string; message: string; help: string }): Finding {
  return { severity: 'error', ...text, place };
}

function checkNames({ id, fileName, incidentId, place }: OwnDialect): Finding[] {
  const found: Finding[] = [];
  if ([...DIALECT_IDS, 'foreign'].some((known) => known === id))
    found.push(invalid(place, `“${id}” is the name of another template.`, 'Give yours a name of its own.'));
  else if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
    found.push(
      invalid(
        place,
        `“${id}” is no name for a template.`,
        'Use small letters and digits joined by dashes, as "shop-report".',
      ),
    );
  if (
    !/^[^/\\]+\.md$/u.test(fileName.replaceAll(/\{(?:date|title|id)\}/gu, 'x')) ||
    /\{(?!date\}|title\}|id\})/u.test(fileName)
  )
    found.push(
      invalid(
        place,
        `“${fileName}” is no file name for documents.`,
        'Use {date}, {title} and {id}, and end it with ".md".',
      ),
    );
  if (!/^[^{}]*(?:\{(?:date|year)\}[^{}]*)?\{n(?::[1-9])?\}[^{}]*$/u.test(incidentId))
    found.push(
      invalid(
        place,
        `“${incidentId}” is no rule for incident ids.`,
        'Use {n} for the number, and {date} or {year} before it if you like.',
      ),
    );
  return found;
}

function invalid(place: Place, message: string, help: string): Finding {
  return { code: 'template-invalid', severity: 'error', message, place, help };
}

function duplicateHeadings(sections: readonly OwnSection[]): Finding[] {
  const seen = new Map<string, OwnSection>();
  return sections.flatMap((section) =>
    [section.heading, ...section.aliases].flatMap((heading) => {
      const name = `${String(section.depth)} ${normaliseLabel(heading.replaceAll(/\{\{[^{}]*\}\}/gu, ' '))}`;
      const first = seen.get(name);
      seen.set(name, first ?? section);
      if (first === undefined || first === section) return [];
      return [
        {
          code: 'template-heading-repeated',
          severity: 'error' as const,
          message: `“${heading}” names two sections.`,
          place: section.place,
          help: `Word one of them differently; the other is in line ${String(first.place.line ?? 1)}.`,
        },
      ];
    }),
  );
}

function checkHeading({ heading, place }: OwnSection): Finding[] {
  const placeholders = placeholdersIn(heading);
  const unknown = placeholders
    .filter(({ path }) => !isFieldPath(path))
    .map(({ path }) => unknownPath(path, place, 'field'));
  const titled = placeholders.some(({ path }) => path === 'title');
  const bare = heading.replaceAll(/\([^()]*\)/gu, '');
  if (titled || placeholders.length === 0 || placeholdersIn(bare).length === 0) return unknown;
  const message = `The heading “${heading}” has a value outside of parentheses, so the section could not be found again.`;
  return [
    ...unknown,
    invalid(place, message, 'Put it in parentheses behind the words, as "Timeline ({{timelineZone}})".'),
  ];
}

/** Two texts of one section cannot be told apart. */
function checkSection({ blocks, heading }: OwnSection): Finding[] {
  const texts = blocks.filter(({ kind }) => kind === 'text');
  const [, second] = texts;
  if (second === undefined) return [];
  const message = `“${heading}” holds two texts, which could not be told apart.`;
  return [invalid(second.place, message, 'Give each a heading, or a label as "**Trigger:** {{rootCause.trigger}}".')];
}

function checkBlock(block: OwnBlock, own: OwnDialect): Finding[] {
  switch (block.kind) {
    case 'text':
      return checkField(block.path, block.place, own);
    case 'fields':
      return block.fields.flatMap(({ path }) => checkField(path, block.place, own));
    case 'list':
      return checkList(block);
    case 'table':
      return checkTable(block);
    case 'sentence':
      return checkSentence(block, own);
    case 'fixed':
      return strays(block.text, block.place);
  }
}

function strays(text: string, place: Place): Finding[] {
  const stray = strayPlaceholder(text);
  if (stray === undefined) return [];
  const help =
    'Write a path, as {{rootCause.trigger}}, or one with a prompt, as {{rootCause.trigger: What set it off}}.';
  return [problem(place, { code: 'template-path-unknown', message: `“${stray}” is no placeholder.`, help })];
}

function checkField(path: string, place: Place, { durations }: OwnDialect): Finding[] {
  const duration = durationAt(path);
  if (duration !== undefined && durations.length > 0 && !durations.some(({ id }) => id === duration)) {
    const message = `The template defines no duration “${duration}”.`;
    return [
      problem(place, {
        code: 'template-path-unknown',
        message,
        help: `Defined: ${durations.map(({ id }) => id).join(', ')}.`,
      }),
    ];
  }
  return isFieldPath(path) ? [] : [unknownPath(path, place, 'field')];
}

const FIELD_PATHS = [...RECORD_FIELDS.map(({ path }) => path), ...MOMENT_KINDS.map((kind) => `moments.${kind}`)];
const LIST_PATHS = OWN_LISTS.map(({ path }) => path);

function unknownPath(path: string, place: Place, kind: 'field' | 'list'): Finding {
  const near = nearestWord(path, kind === 'field' ? FIELD_PATHS : LIST_PATHS);
  const isOther = (kind === 'field' ? LIST_PATHS : FIELD_PATHS).some(
    (known) => known === path || path.startsWith(`${known}.`),
  );
  const message = isOther
    ? `“${path}” is ${kind === 'field' ? 'a list' : 'a single field'}, which stands for something else here.`
    : `A post-mortem has no ${kind} “${path}”.`;
  const usual =
    kind === 'field' ? 'See docs/reference/templates.md for all fields.' : `Lists: ${LIST_PATHS.join(', ')}.`;
  return problem(place, {
    code: 'template-path-unknown',
    message,
    help: near === undefined ? usual : `Write “${near}” if that is meant.`,
  });
}

function checkList(block: Extract<OwnBlock, { kind: 'list' }>): Finding[] {
  const { path, item, place } = block;
  const known = OWN_LISTS.find((each) => each.path === path);
  if (known === undefined) return [unknownPath(path, place, 'list')];
  if (!known.as.includes('list')) return [invalid(place, `“${path}” cannot stand in a list.`, 'Write it as a table.')];
  if (item === undefined) return [];
  const keys = placeholdersIn(item).map((entry) => (entry.path === path ? 'text' : entry.path.slice(path.length + 1)));
  return [...strays(item, place), ...checkKeys(keys, { path, required: known.required, place, what: 'item' })];
}

function checkTable({ path, columns, place }: Extract<OwnBlock, { kind: 'table' }>): Finding[] {
  const known = OWN_LISTS.find((each) => each.path === path);
  if (known === undefined) return [unknownPath(path, place, 'list')];
  if (!known.as.includes('table')) return [invalid(place, `“${path}” cannot stand in a table.`, 'Write it as a list.')];
  const keys = columns.map((column) => column.path).filter((key) => key !== '#');
  return checkKeys(keys, { path, required: known.required, place, what: 'table' });
}

function checkKeys(
  keys: readonly string[],
  list: { path: string; required: string; place: Place; what: 'item' | 'table' },
): Finding[] {
  const known = RECORD_LISTS.find(({ path }) => path === list.path)?.keys ?? [];
  const found = keys
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = nearestWord(key, known);
      const help = near === undefined ? `Known: ${known.join(', ')}.` : `Write “${near}” if that is meant.`;
      return problem(list.place, {
        code: 'template-path-unknown',
        message: `An item of “${list.path}” has no “${key}”.`,
        help,
      });
    });
  if (keys.includes(list.required)) return found;
  const message = `The ${list.what} for “${list.path}” has no place for “${list.required}”, without which there is no item.`;
  const help = list.what === 'table' ? `Add a column for it.` : `Add {{${list.path}.${list.required}}}.`;
  return [...found, problem(list.place, { code: 'template-key-missing', message, help })];
}

function checkSentence({ text, place }: Extract<OwnBlock, { kind: 'sentence' }>, own: OwnDialect): Finding[] {
  const placeholders = placeholdersIn(text);
  const [first] = placeholders;
  if (placeholders.length > 1)
    return [
      invalid(
        place,
        'A sentence can hold one value.',
        'Make a line of its own for each, with a label: "**Owner:** {{…}}".',
      ),
    ];
  return [...strays(text, place), ...(first === undefined ? [] : checkField(first.path, place, own))];
}

/** A field that stands twice would be read from the first place only. */
function repeatedPaths(sections: readonly OwnSection[]): Finding[] {
  const seen = new Map<string, Place>();
  const uses = sections.flatMap((section) => [
    ...placeholdersIn(section.heading).map(({ path }) => ({ path, place: section.place })),
    ...section.blocks.flatMap(pathsOf),
  ]);
  return uses.flatMap(({ path, place }) => {
    const first = seen.get(path);
    seen.set(path, first ?? place);
    if (first === undefined) return [];
    const help = `It stands in line ${String(first.line ?? 1)} already; take it out of one place${path === 'actions' ? ', or give each table of actions a horizon of its own' : ''}.`;
    return [problem(place, { code: 'template-path-repeated', message: `“${path}” stands twice.`, help })];
  });
}

function pathsOf(block: OwnBlock): { path: string; place: Place }[] {
  const { place } = block;
  switch (block.kind) {
    case 'text':
    case 'list':
      return [{ path: block.path, place }];
    case 'fields':
      return block.fields.map(({ path }) => ({ path, place }));
    case 'table':
      return [{ path: block.horizon === undefined ? block.path : `${block.path} (${block.horizon})`, place }];
    case 'sentence':
      return placeholdersIn(block.text).map(({ path }) => ({ path, place }));
    case 'fixed':
      return [];
  }
}
