import type { ReactElement } from 'react';

import { fieldProblem } from '../api.ts';
import { Button, IconButton, TextInput } from '../components.ts';
import { type SettingsDraft, SettingsForm } from './settings-form.tsx';

/** How bad an incident can be, worst first. */
export function SeveritiesSection(): ReactElement {
  return (
    <>
      <p className="settings__lead">
        The words that post-mortems use for how bad it was. The rank orders them, 1 is worst; different words may share
        one.
      </p>
      <SettingsForm>{(form) => <Severities {...form} />}</SettingsForm>
    </>
  );
}

function Severities({ draft, change, error, readOnly }: SettingsDraft): ReactElement {
  const { severities } = draft;
  const set = (index: number, part: Partial<(typeof severities)[number]>): void =>
    change({ severities: severities.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const add = (): void =>
    change({ severities: [...severities, { label: '', rank: (severities.at(-1)?.rank ?? 0) + 1, meaning: '' }] });
  return (
    <>
      <div className="settings__list">
        <div className="settings__row settings__row--head" aria-hidden="true">
          <span>Label</span>
          <span>Rank</span>
          <span>Meaning</span>
        </div>
        {severities.map(({ label, rank, meaning }, index) => (
          <div key={index} className="settings__row">
            <TextInput
              aria-label={`Label of severity ${String(index + 1)}`}
              aria-invalid={fieldProblem(error, `severities.${String(index)}.label`) !== undefined || undefined}
              required
              value={label}
              onChange={(event) => set(index, { label: event.target.value })}
            />
            <TextInput
              aria-label={`Rank of ${label}`}
              type="number"
              min={1}
              required
              value={rank}
              onChange={(event) => set(index, { rank: event.target.valueAsNumber })}
            />
            <TextInput
              aria-label={`Meaning of ${label}`}
              className="settings__meaning"
              value={meaning}
              onChange={(event) => set(index, { meaning: event.target.value })}
            />
            {!readOnly && (
              <IconButton
                icon="trash"
                label={`Remove ${label}`}
                onClick={() => change({ severities: severities.filter((_each, at) => at !== index) })}
              />
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <Button icon="plus" onClick={add}>
          Add severity
        </Button>
      )}
    </>
  );
}
