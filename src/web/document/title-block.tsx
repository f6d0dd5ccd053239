import type { ReactElement, ReactNode } from 'react';

import { formatInZone } from '#core/time';

import type { PostmortemDetail } from '../api/index.ts';
import { Ago, Badge, PrivateBadge, SeverityBadge, STATUS_LABELS, StatusBadge, Tooltip } from '../components/index.ts';
import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import type { Aside } from '../outline/arrange-sections.ts';
import { textOf } from '../outline/record-value.ts';
import { useDocument } from './document-context.ts';
import { isUnknown } from './duration-rows.ts';
import { Asides, SectionTools } from './document-section.tsx';

interface TitleBlockProps {
  readonly detail: PostmortemDetail;
  readonly asides: readonly Aside[];
  /** Takes the place of title and facts while they are edited. */
  readonly editor?: ReactNode;
}

/** The head of the document: what it is about, where it stands, when it was, how long, and who. */
export function TitleBlock({ asides, detail, editor }: TitleBlockProps): ReactElement {
  const { record } = useDocument();
  return (
    <header className="title-block" id="top">
      <div className="title-block__badges">
        <SeverityBadge severity={severityOf(detail, record.severity)} />
        <StatusBadge status={detail.status} />
        {detail.private && <PrivateBadge />}
        {record.incident?.type !== undefined && <Badge>{record.incident.type}</Badge>}
        {record.incident?.id !== undefined && <span className="title-block__key">{record.incident.id}</span>}
      </div>
      <div className="title-block__title">
        <h1 className={editor === undefined ? undefined : 'visually-hidden'}>
          {record.title ?? 'Untitled post-mortem'}
        </h1>
        <SectionTools place="head" title="the head of the document" editing={editor !== undefined} />
      </div>
      {editor ?? <HeadFacts detail={detail} />}
      {record.statement !== undefined && editor === undefined && (
        <div className="title-block__statement">
          <Markdown text={record.statement} />
        </div>
      )}
      {editor === undefined && <Asides asides={asides} place="before" />}
      {editor === undefined && <Asides asides={asides} place="after" />}
    </header>
  );
}

function severityOf(
  detail: PostmortemDetail,
  severity: { readonly label: string; readonly rank?: number | undefined } | undefined,
): PostmortemDetail['severity'] {
  if (severity === undefined) return detail.severity;
  // The rank is computed when it is saved; until then the one of an equal label holds.
  const rank = severity.rank ?? (detail.severity?.label === severity.label ? detail.severity.rank : null);
  return { label: severity.label, rank };
}

function HeadFacts({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const { durations, record } = useDocument();
  const date = useIncidentDate();
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    ['Incident', date],
    ['Commander', named(record.roles?.commander)],
    ['Authors', named(record.roles?.authors)],
    ['Facilitator', named(record.roles?.facilitator)],
    ['Services', listed(detail.services)],
    ['Teams', listed(detail.teams)],
    ['Tags', listed(detail.tags)],
    ['Status as written', writtenStatus(record.status, detail.status)],
    ['Report', named(record.incident?.report)],
    ['Issue', named(record.incident?.issue)],
  ];
  return (
    <>
      <KeyDurations durations={durations} />
      <dl className="title-block__facts">
        {facts.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>Revision</dt>
          <dd>
            {detail.revision}, <Ago at={detail.updatedAt} />
            {detail.updatedBy !== null && ` by ${detail.updatedBy}`}
          </dd>
        </div>
      </dl>
    </>
  );
}

function useIncidentDate(): ReactNode {
  const { record, zone } = useDocument();
  const date = record.incident?.date;
  if (date === undefined) return textOf(record, 'incident.date');
  const instant = date.precision === 'day' ? null : date.instant;
  return (
    <span title={`Written as ${date.written}`}>
      {instant === null ? date.written : `${formatInZone(instant, zone, 'date-time')} ${zone}`}
    </span>
  );
}

/** What the document says of its status, where that is not what its badge says. */
function writtenStatus(written: string | undefined, status: PostmortemDetail['status']): ReactNode {
  return written?.toLowerCase() === STATUS_LABELS[status].toLowerCase() ? undefined : named(written);
}

function named(text: string | undefined): ReactNode {
  return text === undefined ? undefined : <InlineMarkdown text={text} />;
}

function listed(names: readonly string[]): ReactNode {
  return names.length === 0 ? undefined : names.join(', ');
}

/** Durations of the whole incident, which one wants to know first. */
const WHOLE = /^(?:incident-|impact-)?duration$|^total|^m?ttr$/u;

/** At most four durations that are known; each says how it is defined when one points at it. */
function KeyDurations({ durations }: Pick<PostmortemDetail, 'durations'>): ReactElement | null {
  const known = durations
    .filter(({ value }) => !isUnknown(value))
    .toSorted((left, right) => Number(WHOLE.test(right.id)) - Number(WHOLE.test(left.id)));
  if (known.length === 0) return null;
  return (
    <ul className="key-durations">
      {known.slice(0, 4).map(({ definition, id, label, value }) => (
        <li key={id}>
          <Tooltip label={definition}>
            <a href="#timeline" className="key-durations__item">
              <span className="key-durations__value">{value}</span>
              <span className="key-durations__label">{label}</span>
              <span className="visually-hidden">{definition}</span>
            </a>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
