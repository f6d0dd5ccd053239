import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { RouteOutput } from '#contract/client';

import { queries } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { Moment, Notice, Pager, Skeleton, Table } from '../components.ts';

type Entry = RouteOutput<'listAudit'>['items'][number];

/** Who did what, newest first. Nothing in it can be changed without showing. */
export function AuditSection(): ReactElement {
  const audit = useInfiniteQuery(queries.audit());
  const more = (): void => {
    audit.fetchNextPage().catch(reportError);
  };
  return (
    <>
      <p className="settings__lead">
        Every entry carries a hash over itself and the one before it, so that a change behind the back of the
        application shows.
      </p>
      <Loaded query={audit} skeleton={<Skeleton lines={10} height="2rem" />}>
        {({ pages }) => (
          <>
            {pages.some((page) => !page.intact) && (
              <Notice tone="danger" title="The trail does not hold together.">
                An entry on this page was changed or taken out in the database. Compare with a backup.
              </Notice>
            )}
            <Entries entries={pages.flatMap((page) => page.items)} />
            <Pager hasMore={audit.hasNextPage} loading={audit.isFetchingNextPage} onMore={more} />
          </>
        )}
      </Loaded>
    </>
  );
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/u;

function detailText(details: Entry['details']): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? shortened(value) : JSON.stringify(value)}`)
    .join(', ');
}

const shortened = (text: string): string => text.replaceAll(new RegExp(UUID, 'gu'), (id) => `…${id.slice(-6)}`);

interface SubjectProps {
  readonly subject: string;
  /** Names by id. */
  readonly people: ReadonlyMap<string, string>;
}

/** What was changed: a post-mortem by its link, a person by name. */
function Subject({ subject, people }: SubjectProps): ReactElement {
  const id = UUID.exec(subject)?.[0];
  if (id === undefined) return <>{subject}</>;
  if (id !== subject) return <span title={subject}>{people.get(id) ?? shortened(subject)}</span>;
  return (
    <Link to="/postmortems/$id" params={{ id }} title={id}>
      post-mortem {shortened(id)}
    </Link>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const { data } = useQuery(queries.people());
  const people = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (
    <Table<Entry>
      caption="Audit trail"
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { id: 'at', label: 'When', renderCell: ({ at }) => <Moment at={at} /> },
        { id: 'by', label: 'Who', renderCell: ({ by }) => by ?? 'the server' },
        { id: 'action', label: 'Did', renderCell: ({ action }) => action.replaceAll('-', ' ') },
        {
          id: 'subject',
          label: 'To',
          minor: true,
          renderCell: ({ subject }) => <Subject subject={subject} people={people} />,
        },
        {
          id: 'details',
          label: 'Details',
          minor: true,
          renderCell: ({ details }) => <span className="settings__details">{detailText(details)}</span>,
        },
      ]}
    />
  );
}
