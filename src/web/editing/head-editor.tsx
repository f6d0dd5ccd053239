import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';

import { type WrittenTime, zoneId } from '#core/time';

import { queries } from '../api/index.ts';
import { useLiveValue } from '../editor/use-live.ts';
import { BesideFields } from './beside-fields.tsx';
import { useSessionHere } from './editing-context.ts';
import { DraftInput, leaveWithEnter, LineField } from './line-field.tsx';
import { Proposals } from './proposals.tsx';
import { TextField } from './text-field.tsx';
import { TimeInput } from './time-input.tsx';
import { useTimeContext } from './use-time-context.ts';

/** The title block while it is edited: the record's fields live, what stands beside the record at once. */
export function HeadEditor(): ReactElement {
  return (
    <div className="head-editor">
      <TitleField />
      <div className="field-grid">
        <SeverityField />
        <LineField path="incident.id" label="Incident id" example="INC-2026-02-23-001" />
        <DateField />
        <LineField path="incident.type" label="Type" example="Availability" />
        <LineField path="incident.report" label="Incident report" example="https://…" />
        <LineField path="incident.issue" label="Issue" example="https://…" />
        <LineField path="timelineZone" label="Zone of the times" example="UTC, CET, Europe/Berlin" />
      </div>
      <BesideFields />
      <h3 className="part__heading">Statement of blamelessness</h3>
      <TextField
        path="statement"
        label="Statement of blamelessness"
        prompt="People acted on what they knew at the time; this document asks what made it possible."
      />
    </div>
  );
}

function TitleField(): ReactElement {
  const session = useSessionHere();
  const [value, write] = useLiveValue(session, 'title');
  return (
    <label className="line-field" data-path="title">
      <span className="line-field__label">Title</span>
      <DraftInput
        className="head-editor__title"
        value={typeof value === 'string' ? value : ''}
        placeholder="What happened, in a few words"
        onWrite={write}
        onKeyDown={leaveWithEnter}
      />
    </label>
  );
}

function SeverityField(): ReactElement {
  const session = useSessionHere();
  const id = useId();
  const settings = useQuery(queries.settings());
  const [value, write] = useLiveValue(session, 'severity');
  const severities = settings.data?.severities ?? [];
  const label = (value as { readonly label?: string } | undefined)?.label ?? '';
  const put = (text: string | undefined): void => {
    const rank = severities.find((each) => each.label === text)?.rank;
    write(text === undefined ? undefined : { label: text, ...(rank === undefined ? {} : { rank }) });
  };
  return (
    <label className="line-field" data-path="severity">
      <span className="line-field__label">Severity</span>
      <DraftInput value={label} placeholder="SEV-2" list={id} onWrite={put} onKeyDown={leaveWithEnter} />
      <Proposals id={id} values={severities.map((each) => each.label)} />
    </label>
  );
}

function DateField(): ReactElement {
  const session = useSessionHere();
  const [value, write] = useLiveValue(session, 'incident.date');
  const { zone, zoneStated } = useTimeContext();
  return (
    <label className="line-field" data-path="incident.date">
      <span className="line-field__label">Date of the incident</span>
      <TimeInput
        label="Date of the incident"
        path="incident.date"
        value={value}
        example="2026-02-23"
        context={{ zone: zoneId(zone ?? '') ?? 'UTC', zoneStated: zoneStated ?? false }}
        onWrite={(time: WrittenTime | undefined) => write(time)}
      />
    </label>
  );
}
