import { documentDurations, draftPostmortem, type Draft, type EvidenceItem } from '#core/draft';
import type { Finding } from '#core/errors';
import { type Dialect, renderPostmortem } from '#core/markdown';
import { computeDurations, type DurationResult } from '#core/metrics';

import type { Team } from '../files/read-team-file.ts';
import type { ReasonedMoment } from './confirm-moments.ts';
import { momentMap } from './confirm-moments.ts';
import type { Gathered, NamedReading } from './gather-timeline.ts';
import { commonDirectory } from './report.ts';
import type { PlacedDocument } from './place-document.ts';
import { withQuestions } from './with-questions.ts';

/** A draft with everything that is shown beside it. */
export interface BuiltDraft {
  readonly record: Draft['record'];
  readonly markdown: string;
  readonly durations: readonly DurationResult[];
  readonly findings: readonly Finding[];
}

/** Settings of {@link buildDraft}. */
export interface DraftSettings {
  readonly dialect: Dialect;
  readonly team: Team;
  readonly placed: PlacedDocument;
  readonly moments: readonly ReasonedMoment[];
  /** Zone of the document's clock. */
  readonly zone: string;
  readonly guidance: boolean;
  readonly allEvents: boolean;
}

/** Drafts the record and writes it as Markdown. */
export function buildDraft(gathered: Gathered, settings: DraftSettings): BuiltDraft {
  const { timeline } = gathered;
  const { dialect, moments, placed, zone, guidance, allEvents } = settings;
  const durations = computeDurations(
    momentMap(moments),
    timeline.impactPeriods,
    dialect.durations ?? documentDurations(dialect.id),
  );
  const evidence = evidenceItems(gathered.readings);
  const { record, findings } = draftPostmortem({
    base: placed.record,
    timeline,
    moments,
    durations,
    evidence,
    zone,
    allEvents,
  });
  const asked = withQuestions(record, dialect, { team: settings.team, guidance });
  const rendered = renderPostmortem(asked, dialect, { prompts: true, guidance });
  return {
    record: asked,
    markdown: rendered.markdown,
    durations,
    findings: [...findings, ...rendered.findings.filter(isNews)],
  };
}

/** That a template has no field for what the evidence gives is nothing to act on in a first draft. */
export function isNews(finding: Finding): boolean {
  return finding.code !== 'no-place-in-dialect';
}

/** Named from their common directory on: the rest of the path is one machine's. */
function evidenceItems(readings: readonly NamedReading[]): EvidenceItem[] {
  const common = commonDirectory(readings.map((reading) => reading.file));
  const skip = common.replace(/[^/\\]+[/\\]$/u, '').length;
  return readings.flatMap(({ file, label, evidence, events }) =>
    label === null || events === 0 ? [] : [{ file: file.slice(skip), format: label, sha256: evidence, events }],
  );
}

/** Zone of a document's clock: what was asked for, else what its template states, else UTC. */
export function documentZone(dialect: Dialect, asked: string | undefined): string {
  return asked ?? dialect.zone;
}
