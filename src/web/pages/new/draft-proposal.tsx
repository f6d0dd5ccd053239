import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';

import type { RouteInput } from '#contract/client';

import { fieldProblem, isSaidAtFields, newIdempotencyKey, problemOf, queries, useCall } from '../api.ts';
import { Button, Checkbox, Field, ProblemNotice, Select, TextInput } from '../components.ts';
import { longDay } from '../timeline.ts';
import { FindingList } from './finding-list.tsx';
import { MomentChoices } from './moment-choices.tsx';
import { chosenMoments, type MomentChoice } from './moment-choice.ts';
import type { Preview } from './preview.ts';
import { ProposalPicture } from './proposal-picture.tsx';
import { SuspectList } from './suspect-list.tsx';
import { ZoneField } from './zone-field.tsx';

type NewDraft = RouteInput<'draftPostmortem'>['body'];

interface DraftProposalProps {
  readonly preview: Preview;
  readonly settings: Pick<NewDraft, 'evidence' | 'zone'>;
  readonly onZone: (zone: string | undefined) => void;
}

/** What the evidence says, to be confirmed: one click makes it a post-mortem. */
export function DraftProposal({ onZone, preview, settings }: DraftProposalProps): ReactElement {
  const navigate = useNavigate();
  const [title, setTitle] = useState<string>();
  const [severity, setSeverity] = useState('');
  const [dialect, setDialect] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const [choice, setChoice] = useState<MomentChoice>({});
  const [key] = useState(newIdempotencyKey);
  const workspace = useQuery(queries.settings()).data;
  const dialects = useQuery(queries.dialects()).data;
  const create = useCall('draftPostmortem', {
    outdates: [['home'], ['postmortems'], ['facets']],
    onSuccess: ({ id }) => navigate({ to: '/postmortems/$id', params: { id } }),
  });
  const zone = settings.zone ?? workspace?.zone ?? 'UTC';
  const shownTitle = title ?? preview.title ?? '';
  const moments = useMemo(() => chosenMoments(preview, choice), [preview, choice]);
  const submit = (): void =>
    create.mutate({
      idempotencyKey: key,
      body: {
        ...settings,
        title: shownTitle.trim() === '' ? 'Untitled incident' : shownTitle,
        moments,
        private: isPrivate,
        ...(severity === '' ? {} : { severity }),
        ...(dialect === '' ? {} : { dialect: dialect as NonNullable<NewDraft['dialect']> }),
      },
    });
  return (
    <form
      className="proposal"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="proposal__form">
        <p className="proposal__lead">{leadOf(preview)}</p>
        {create.error !== null && !isSaidAtFields(create.error) && <ProblemNotice problem={problemOf(create.error)} />}
        <Field label="Title" problem={fieldProblem(create.error, 'title')}>
          {(control) => (
            <TextInput
              {...control}
              value={shownTitle}
              placeholder="What broke, for whom"
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="proposal__row">
          <Field label="Severity" optional>
            {(control) => (
              <Select
                {...control}
                none="As the evidence says"
                value={severity}
                options={(workspace?.severities ?? []).map(({ label, meaning }) => ({
                  value: label,
                  label: meaning === '' ? label : `${label}: ${meaning}`,
                }))}
                onChange={(event) => setSeverity(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label="Template">
            {(control) => (
              <Select
                {...control}
                value={dialect === '' ? (workspace?.dialect ?? '') : dialect}
                options={(dialects?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setDialect(event.currentTarget.value)}
              />
            )}
          </Field>
          <ZoneField zone={settings.zone} fallback={workspace?.zone ?? 'UTC'} onChange={onZone} />
        </div>
        <MomentChoices preview={preview} zone={zone} choice={choice} onChange={setChoice} />
        <SuspectList preview={preview} zone={zone} />
        <FindingList findings={preview.findings} />
        <div className="proposal__foot">
          <Checkbox
            label="Private: only those I name may see it"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.currentTarget.checked)}
          />
          <Button type="submit" variant="primary" busy={create.isPending} disabled={preview.total === 0}>
            Create post-mortem
          </Button>
        </div>
      </div>
      <ProposalPicture preview={preview} moments={moments} zone={zone} />
    </form>
  );
}

function leadOf({ date, events, readings, total }: Preview): string {
  if (total === 0)
    return 'No events were found in these files. Add files of another kind, or begin from a template and attach these there.';
  const day = date === null ? '' : ` It was on ${longDay(date)}.`;
  const known = readings.filter(({ format }) => format !== null).length;
  return `${total.toLocaleString('en')} events in ${known === 1 ? '1 file' : `${known} files`}; ${events.length} of them tell the incident.${day} Check the moments, then create it: everything can be changed later.`;
}
