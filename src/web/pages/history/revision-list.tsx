import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import type { RouteOutput } from '#contract/client';

import { queries } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { Ago, Button, Skeleton } from '../components.ts';

/** A revision as the history lists it. */
type Revision = RouteOutput<'listRevisions'>['items'][number];

const VIA = {
  web: 'edited here',
  api: 'through the API',
  import: 'imported',
  restore: 'restored',
  draft: 'drafted from evidence',
} as const;

interface RevisionListProps {
  readonly postmortemId: string;
  readonly chosen: number | undefined;
  readonly against: number | undefined;
  readonly onChoose: (revision: number) => void;
  readonly onCompare: (revision: number) => void;
}

/** Every revision, newest first: one is shown, another one can be compared with it. */
export function RevisionList(props: RevisionListProps): ReactElement {
  const query = useInfiniteQuery(queries.revisions(props.postmortemId));
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} height="2.5rem" />}>
      {({ pages }) => (
        <div className="revisions">
          <ol>
            {pages
              .flatMap(({ items }) => items)
              .map((revision) => (
                <RevisionItem key={revision.revision} revision={revision} {...props} />
              ))}
          </ol>
          {query.hasNextPage && (
            <Button
              size="sm"
              busy={query.isFetchingNextPage}
              onClick={() => {
                query.fetchNextPage().catch(reportError);
              }}
            >
              Earlier revisions
            </Button>
          )}
        </div>
      )}
    </Loaded>
  );
}

interface RevisionItemProps extends RevisionListProps {
  readonly revision: Revision;
}

function RevisionItem({ against, chosen, onChoose, onCompare, revision }: RevisionItemProps): ReactElement {
  const { at, by, note, revision: number, via } = revision;
  const isChosen = chosen === number;
  return (
    <li className="revision" data-chosen={isChosen || undefined} data-against={against === number || undefined}>
      <button
        type="button"
        className="revision__open"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(number)}
      >
        <span className="revision__number">{number}</span>
        <span className="revision__who">{by.length === 0 ? 'Somebody' : by.join(', ')}</span>
        <span className="revision__when">
          <Ago at={at} /> · {VIA[via]}
        </span>
        {note !== null && <span className="revision__note">{note}</span>}
      </button>
      {!isChosen && (
        <Button
          size="sm"
          variant="quiet"
          className="revision__compare"
          aria-pressed={against === number}
          onClick={() => onCompare(number)}
        >
          Compare
        </Button>
      )}
    </li>
  );
}
