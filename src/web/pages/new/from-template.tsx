import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';

import type { RouteInput } from '#contract/client';

import { fieldProblem, isSaidAtFields, newIdempotencyKey, problemOf, queries, useCall } from '../api.ts';
import { Button, Checkbox, Field, ProblemNotice, Select, TextInput } from '../components.ts';

type NewPostmortem = RouteInput<'createPostmortem'>['body'];

/** From the questions of a template. */
export function FromTemplate(): ReactElement {
  const navigate = useNavigate();
  const settings = useQuery(queries.settings()).data;
  const dialects = useQuery(queries.dialects()).data?.items ?? [];
  const [title, setTitle] = useState('');
  const [dialect, setDialect] = useState('');
  const [date, setDate] = useState('');
  const [severity, setSeverity] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const create = useCall('createPostmortem', {
    outdates: [['home'], ['postmortems'], ['facets']],
    onSuccess: ({ id }) => navigate({ to: '/postmortems/$id', params: { id } }),
  });
  const chosen = dialect === '' ? (settings?.dialect ?? '') : dialect;
  const submit = (): void =>
    create.mutate({
      idempotencyKey: key,
      body: {
        title,
        private: isPrivate,
        ...(chosen === '' ? {} : { dialect: chosen as NonNullable<NewPostmortem['dialect']> }),
        ...(date === '' ? {} : { date }),
        ...(severity === '' ? {} : { severity }),
      },
    });
  return (
    <form
      className="form new-template"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {create.error !== null && !isSaidAtFields(create.error) && <ProblemNotice problem={problemOf(create.error)} />}
      <Field label="Title" problem={fieldProblem(create.error, 'title')}>
        {(control) => (
          <TextInput
            {...control}
            required
            value={title}
            placeholder="What broke, for whom"
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className="template-choice">
        <legend className="field__label">Template</legend>
        {dialects.map(({ description, id, name }) => (
          <label key={id} className="template-choice__item">
            <input
              type="radio"
              name="template"
              aria-label={name}
              checked={chosen === id}
              onChange={() => setDialect(id)}
            />
            <span>
              <strong>{name}</strong>
              <span className="template-choice__text">{description}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="proposal__row">
        <Field label="Day of the incident" optional problem={fieldProblem(create.error, 'date')}>
          {(control) => (
            <TextInput {...control} type="date" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
          )}
        </Field>
        <Field label="Severity" optional>
          {(control) => (
            <Select
              {...control}
              none="Not yet"
              value={severity}
              options={(settings?.severities ?? []).map(({ label, meaning }) => ({
                value: label,
                label: meaning === '' ? label : `${label}: ${meaning}`,
              }))}
              onChange={(event) => setSeverity(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className="proposal__foot">
        <Checkbox
          label="Private: only those I name may see it"
          checked={isPrivate}
          onChange={(event) => setPrivate(event.currentTarget.checked)}
        />
        <Button type="submit" variant="primary" busy={create.isPending} disabled={title.trim() === ''}>
          Create post-mortem
        </Button>
      </div>
    </form>
  );
}
