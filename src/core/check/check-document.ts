import type { Finding, Severity } from '#core/errors';
import { type Dialect, parsePostmortem, type ParsedDocument } from '#core/markdown';
import { reviewRecord, type ReviewFinding, type ReviewOptions, ruleOf } from '#core/review';

import type { CheckedFinding, SuppressedFinding } from './checked-finding.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { placeFinding } from './place-finding.ts';
import { type RatedAction, rateActions } from './rate-actions.ts';
import { type Suppression, suppressionsIn } from './suppressions.ts';

/** What a team asks of one document, beyond what its template asks for. */
export interface DocumentPolicy extends Pick<ReviewOptions, 'demands'> {
  /** Severities by rule, where they differ from the rule's own. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
}

/** Settings of {@link checkDocument}. */
export interface CheckOptions extends Pick<ReviewOptions, 'languages' | 'now'> {
  /** File name, for the places of findings; it may carry the date. */
  readonly file?: string;
  /** Templates of the team, besides the five. */
  readonly dialects?: readonly Dialect[];
  /** What the team asks of this document once it is read. */
  readonly policy?: (document: ParsedDocument) => DocumentPolicy;
}

/** A document with what a reader should look at, in the order of its lines. */
export interface CheckedDocument {
  readonly document: ParsedDocument;
  readonly findings: readonly CheckedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Its actions by how surely they keep the same thing from happening again. */
  readonly actions: readonly RatedAction[];
}

/**
 * Reads and reviews a document: findings of the reading and of the review, each with line and column, with the
 * severities that the team gives them, without what comments in the document take away with a reason.
 */
export function checkDocument(text: string, options: CheckOptions = {}): CheckedDocument {
  const { file, dialects } = options;
  const document = parsePostmortem(text, { ...(file !== undefined && { file }), ...(dialects && { dialects }) });
  const lines = indexLines(text);
  const policy = options.policy?.(document) ?? {};
  const suppressions = suppressionsIn(text, lines);
  const found = [...document.findings, ...reviewOf(document, options, policy), ...unreasoned(suppressions)];
  const placed = withoutRepeats(found.flatMap((finding) => checked(finding, { document, lines, policy })));
  const { kept, suppressed } = suppress(placed, suppressions);
  const idle = unused(suppressions, suppressed).flatMap((finding) => checked(finding, { document, lines, policy }));
  return {
    document,
    findings: [...kept, ...idle].toSorted(byPlace),
    suppressed,
    actions: rateActions(document, lines),
  };
}

function reviewOf(
  { dialect, record }: ParsedDocument,
  { languages, now }: CheckOptions,
  { demands }: DocumentPolicy,
): ReviewFinding[] {
  return reviewRecord(record, {
    dialect,
    ...(languages && { languages }),
    ...(now !== undefined && { now }),
    ...(demands && { demands }),
  });
}

interface Context {
  readonly document: ParsedDocument;
  readonly lines: LineIndex;
  readonly policy: DocumentPolicy;
}

/** The finding with its place, its family and the severity that the team gives it; nothing where the team switched it off. */
function checked(finding: ReviewFinding, { document, lines, policy }: Context): CheckedFinding[] {
  const severity = policy.severities?.get(finding.code) ?? finding.severity;
  if (severity === 'off') return [];
  const family = ruleOf(finding.code)?.family ?? 'document';
  return [{ ...finding, severity, family, place: placeFinding(finding, document, lines) }];
}

/** The reading and the review may notice the same. */
function withoutRepeats(findings: readonly CheckedFinding[]): CheckedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, place }) => {
    const key = `${code} ${place.path ?? ''} ${place.line} ${place.column} ${place.path === undefined ? message : ''}`;
    return seen.size < seen.add(key).size;
  });
}

function suppress(
  findings: readonly CheckedFinding[],
  suppressions: readonly Suppression[],
): { kept: CheckedFinding[]; suppressed: SuppressedFinding[] } {
  const kept: CheckedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const reason = suppressions.find((each) => covers(each, finding))?.reason;
    if (reason === undefined) kept.push(finding);
    else suppressed.push({ finding, reason });
  }
  return { kept, suppressed };
}

function covers({ codes, from, reason, to }: Suppression, { code, place }: CheckedFinding): boolean {
  return reason !== undefined && codes.includes(code) && place.line <= to && place.endLine >= from;
}

function unreasoned(suppressions: readonly Suppression[]): Finding[] {
  return suppressions
    .filter(({ codes, reason }) => reason === undefined || codes.length === 0)
    .map(({ codes, line }) => ({
      code: 'suppression-without-reason',
      severity: 'warning',
      message:
        codes.length === 0
          ? 'A comment suppresses findings but names none.'
          : `A comment suppresses ${codes.join(', ')} without a reason, so it does nothing.`,
      place: { line },
      help: 'Write it as <!-- nevertwice-ignore CODE: why this is fine here -->.',
    }));
}

function unused(suppressions: readonly Suppression[], suppressed: readonly SuppressedFinding[]): Finding[] {
  return suppressions.flatMap((each) =>
    each.reason === undefined
      ? []
      : each.codes
          .filter((code) => !suppressed.some(({ finding }) => finding.code === code && covers(each, finding)))
          .map((code): Finding => ({
            code: 'suppression-unused',
            severity: 'info',
            message:
              ruleOf(code) === undefined
                ? `A comment suppresses “${code}”, which is no rule.`
                : `A comment suppresses ${code} where nothing is found.`,
            place: { line: each.line },
            help: 'Remove the comment, or correct its code.',
          })),
  );
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

function byPlace(a: CheckedFinding, b: CheckedFinding): number {
  return (
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    RANK[a.severity] - RANK[b.severity] ||
    (a.code < b.code ? -1 : 1)
  );
}
