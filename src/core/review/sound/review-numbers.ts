import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { FIGURES, type FigureKind } from './figures.data.ts';

interface Figure {
  readonly path: string;
  readonly kind: FigureKind;
  readonly value: number;
  readonly about: boolean;
  readonly written: string;
  readonly start: number;
}

/** Figures and severities that say something else in another section. */
export function reviewNumbers(record: Postmortem): ReviewFinding[] {
  return [...otherSeverity(record), ...otherFigures(record)];
}

const LABEL = /\b(SEV|P)[- ]?(\d)\b/giu;

/** Another label of the same scale in the title or, where it is the only one, in the summary. */
function otherSeverity(record: Postmortem): ReviewFinding[] {
  const own = labels(record.severity?.label ?? '')[0];
  if (own === undefined) return [];
  return summaryTexts(record).flatMap(({ path, text }) => {
    const found = labels(text).filter(({ scale }) => scale === own.scale);
    const [first] = found;
    // “Raised from SEV-2 to SEV-1” tells a story and contradicts nothing.
    if (first === undefined || found.some(({ level }) => level !== first.level) || first.level === own.level) return [];
    return [
      findingOf('severity-contradicts', {
        path,
        message: `“${first.written}” stands here, but the severity is ${record.severity?.label ?? ''}.`,
        range: { start: first.start, end: first.start + first.written.length },
      }),
    ];
  });
}

function labels(text: string) {
  return [...text.matchAll(LABEL)].map((match) => ({
    scale: match[1]?.toUpperCase(),
    level: match[2],
    written: match[0],
    start: match.index,
  }));
}

function summaryTexts(record: Postmortem): { path: string; text: string }[] {
  const texts = [
    ['title', record.title],
    ['impact.statement', record.impact?.statement],
    ...Object.entries(record.summary ?? {}).map(([key, text]) => [`summary.${key}`, text] as const),
  ] as const;
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
}

/** Fields that state one figure by their name, with its kind. */
const STATED: readonly (readonly [path: 'users' | 'errorRatePeak' | 'tickets', kind: FigureKind])[] = [
  ['users', 'users'],
  ['errorRatePeak', 'error rate'],
  ['tickets', 'tickets'],
];

/** A figure of the impact that the summary or the statement tells differently; both have to have just one. */
function otherFigures(record: Postmortem): ReviewFinding[] {
  const texts = summaryTexts(record).flatMap(({ path, text }) => figuresIn(path, text));
  return STATED.flatMap(([field, kind]) => {
    const stated = onlyNumber(`impact.${field}`, kind, record.impact?.[field]);
    const told = texts.filter((figure) => figure.kind === kind);
    const distinct = new Set(told.map(({ value }) => value));
    const [first] = told;
    if (stated === undefined || first === undefined || distinct.size > 1 || agree(stated, first)) return [];
    return [
      findingOf('number-contradicts', {
        path: first.path,
        message: `“${first.written}” stands here, but the impact says ${stated.written}.`,
        range: { start: first.start, end: first.start + first.written.length },
      }),
    ];
  });
}

/** People round to two digits. */
const ROUNDING = 0.05;
const ROUGH = 0.25;

function agree(one: Figure, other: Figure): boolean {
  const most = Math.max(one.value, other.value);
  return Math.abs(one.value - other.value) <= most * (one.about || other.about ? ROUGH : ROUNDING);
}

function figuresIn(path: string, text: string): Figure[] {
  return FIGURES.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = numberOf(match.groups?.['number'] ?? '', match.groups?.['scale']);
      if (value === null) return [];
      const about = ABOUT.test(text.slice(Math.max(0, match.index - 20), match.index));
      return [{ path, kind, value, about, written: match[0], start: match.index }];
    }),
  );
}

const ABOUT =
  /(?:~|≈|<|>|\b(?:about|around|approx\w*|roughly|nearly|almost|over|under|more than|less than|at least|up to|some))[\s.]*$/iu;
const NUMBER = /(?<![\w.,-])(\d[\d., ]*)\s?(k|thousand|million|m)?(?![\w-])/giu;

/** The only number of a field; undefined where there are several, or a share (`12 % (1,200 of 10,000)`). */
function onlyNumber(path: string, kind: FigureKind, text: string | undefined): Figure | undefined {
  const found = [...(text ?? '').matchAll(NUMBER)];
  const [match] = found;
  const value = numberOf(match?.[1] ?? '', match?.[2]);
  if (text === undefined || match === undefined || found.length > 1 || value === null) return undefined;
  if (kind !== 'error rate' && /%|percent/iu.test(text)) return undefined;
  const about = /[~≈<>+]|\b(?:about|around|approx\w*|roughly|over|up to|at least)\b/iu.test(text);
  return { path, kind, value, about, written: text, start: 0 };
}

const SCALES: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, m: 1_000_000, million: 1_000_000 };

/** `1,200`, `1.200`, `1 200`, `1.2 k`; null for what is no number. */
function numberOf(written: string, scale: string | undefined): number | null {
  const digits = written.trim().replace(/[.,]$/u, '');
  const grouped = /^\d{1,3}(?:[., ]\d{3})+$/u.test(digits) && scale === undefined;
  const value = Number(grouped ? digits.replaceAll(/[., ]/gu, '') : digits.replace(',', '.').replaceAll(' ', ''));
  return digits === '' || Number.isNaN(value) ? null : value * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
}
