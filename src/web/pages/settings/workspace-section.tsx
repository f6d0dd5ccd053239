import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { fieldProblem, queries, type Settings } from '../api.ts';
import { Field, Select, TextInput } from '../components.ts';
import { type SettingsDraft, SettingsForm } from './settings-form.tsx';

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Name, zone and template of the workspace. */
export function WorkspaceSection(): ReactElement {
  return <SettingsForm>{(form) => <WorkspaceFields {...form} />}</SettingsForm>;
}

function WorkspaceFields({ draft, change, error }: SettingsDraft): ReactElement {
  const dialects = useQuery(queries.dialects());
  const templates = dialects.data?.items.filter(({ id }) => id !== 'foreign') ?? [];
  return (
    <div className="form settings__form">
      <Field label="Name of the workspace" problem={fieldProblem(error, 'workspaceName')}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={200}
            value={draft.workspaceName}
            onChange={(event) => change({ workspaceName: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Time zone"
        hint="Times that name no zone are read in this one, and timelines are shown in it."
        problem={fieldProblem(error, 'zone')}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              required
              list="zones"
              value={draft.zone}
              onChange={(event) => change({ zone: event.target.value })}
            />
            <datalist id="zones">
              {ZONES.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        label="Template"
        hint={templates.find(({ id }) => id === draft.dialect)?.description ?? 'Of new post-mortems.'}
        problem={fieldProblem(error, 'dialect')}
      >
        {(control) => (
          <Select
            {...control}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.dialect}
            onChange={(event) => change({ dialect: event.target.value as Settings['dialect'] })}
          />
        )}
      </Field>
    </div>
  );
}
