import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { type Person, queries, type Role, useCall, useMay, useSession } from '../api.ts';
import { Loaded, tellProblem } from '../app-shell.ts';
import { Ago, Badge, Button, Select, Skeleton, Table } from '../components.ts';
import { Invitations } from './invitations.tsx';
import { ROLES } from './roles.data.ts';

/** Who is here and what they may do; who is invited. */
export function PeopleSection(): ReactElement {
  const people = useQuery(queries.people());
  const mayManage = useMay('people.manage');
  return (
    <>
      <section className="settings__part">
        <p className="settings__lead">{ROLES.map(({ label, may }) => `${label}: ${may}`).join('. ')}.</p>
        <Loaded query={people} skeleton={<Skeleton lines={5} height="2.2rem" />}>
          {({ items }) => <PeopleTable people={items} mayManage={mayManage} />}
        </Loaded>
      </section>
      {mayManage && <Invitations />}
    </>
  );
}

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly mayManage: boolean;
}

function PeopleTable({ people, mayManage }: PeopleTableProps): ReactElement {
  const { user } = useSession();
  const update = useCall('updatePerson', { outdates: [['people'], ['session']], onError: tellProblem });
  const change = (person: Person, body: { role?: Role; disabled?: boolean }): void =>
    update.mutate({ path: { personId: person.id }, body });
  return (
    <Table<Person>
      caption="People of the workspace"
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        { id: 'name', label: 'Name', renderCell: (person) => <Name person={person} own={person.id === user.id} /> },
        { id: 'email', label: 'E-mail', minor: true, renderCell: (person) => person.email },
        {
          id: 'seen',
          label: 'Last here',
          minor: true,
          renderCell: (person) => (person.lastSeenAt === null ? 'never' : <Ago at={person.lastSeenAt} />),
        },
        {
          id: 'role',
          label: 'Role',
          renderCell: (person) => (
            <Select
              aria-label={`Role of ${person.name}`}
              options={ROLES}
              value={person.role}
              disabled={!mayManage}
              onChange={(event) => change(person, { role: event.target.value as Role })}
            />
          ),
        },
        {
          id: 'access',
          label: <span className="visually-hidden">Access</span>,
          numeric: true,
          renderCell: (person) =>
            mayManage &&
            person.id !== user.id && (
              <Button size="sm" variant="quiet" onClick={() => change(person, { disabled: !person.disabled })}>
                {person.disabled ? 'Enable' : 'Disable'}
                <span className="visually-hidden"> {person.name}</span>
              </Button>
            ),
        },
      ]}
    />
  );
}

function Name({ person, own }: { readonly person: Person; readonly own: boolean }): ReactElement {
  return (
    <>
      {person.name} {own && <Badge>you</Badge>} {person.disabled && <Badge tone="warning">disabled</Badge>}
    </>
  );
}
