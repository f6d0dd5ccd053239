import type { ReactElement } from 'react';

import { Button, IconButton, Select, TextInput } from '../components.ts';
import { type SettingsDraft, SettingsForm } from './settings-form.tsx';

/** What can fail, and who looks after it. */
export function ServicesSection(): ReactElement {
  return (
    <>
      <p className="settings__lead">
        Post-mortems name the services that were hit and the teams that took part. Names that are not in these lists can
        be used as well.
      </p>
      <SettingsForm>
        {(form) => (
          <>
            <section className="settings__part">
              <h2>Teams</h2>
              <Teams {...form} />
            </section>
            <section className="settings__part">
              <h2>Services</h2>
              <Services {...form} />
            </section>
          </>
        )}
      </SettingsForm>
    </>
  );
}

const without = <Item,>(items: readonly Item[], index: number): Item[] => items.filter((_each, at) => at !== index);
const replaced = <Item,>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((each, at) => (at === index ? item : each));

function Teams({ draft: { teams, services }, change, readOnly }: SettingsDraft): ReactElement {
  const rename = (index: number, name: string): void => {
    const before = teams[index]?.name;
    change({
      teams: replaced(teams, index, { name }),
      // The services of the team stay with it.
      services: services.map((service) => (service.team === before ? { ...service, team: name } : service)),
    });
  };
  const remove = (index: number): void => {
    const gone = teams[index]?.name;
    change({
      teams: without(teams, index),
      services: services.map((service) => (service.team === gone ? { ...service, team: null } : service)),
    });
  };
  return (
    <>
      <div className="settings__list">
        {teams.map(({ name }, index) => (
          <div key={index} className="settings__row settings__row--team">
            <TextInput
              aria-label={`Team ${String(index + 1)}`}
              required
              value={name}
              onChange={(event) => rename(index, event.target.value)}
            />
            {!readOnly && <IconButton icon="trash" label={`Remove ${name}`} onClick={() => remove(index)} />}
          </div>
        ))}
      </div>
      {!readOnly && (
        <Button icon="plus" onClick={() => change({ teams: [...teams, { name: '' }] })}>
          Add team
        </Button>
      )}
    </>
  );
}

function Services({ draft: { teams, services }, change, readOnly }: SettingsDraft): ReactElement {
  const options = teams.filter(({ name }) => name !== '').map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <div className="settings__list">
        {services.map((service, index) => (
          <div key={index} className="settings__row settings__row--service">
            <TextInput
              aria-label={`Service ${String(index + 1)}`}
              required
              value={service.name}
              onChange={(event) =>
                change({ services: replaced(services, index, { ...service, name: event.target.value }) })
              }
            />
            <Select
              aria-label={`Team of ${service.name}`}
              none="No team"
              options={options}
              value={service.team ?? ''}
              onChange={(event) =>
                change({ services: replaced(services, index, { ...service, team: event.target.value || null }) })
              }
            />
            {!readOnly && (
              <IconButton
                icon="trash"
                label={`Remove ${service.name}`}
                onClick={() => change({ services: without(services, index) })}
              />
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <Button icon="plus" onClick={() => change({ services: [...services, { name: '', team: null }] })}>
          Add service
        </Button>
      )}
    </>
  );
}
