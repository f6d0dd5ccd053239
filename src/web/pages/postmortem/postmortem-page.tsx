import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { hasCode, queries } from '../api.ts';
import { Loaded, useTitle } from '../app-shell.ts';
import { EmptyState } from '../components.ts';
import { DocumentSkeleton, PostmortemDocument } from '../document.ts';

/** One post-mortem: reads like a document, is edited in place. */
export function PostmortemPage(): ReactElement {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(queries.postmortem(id));
  useTitle(query.data?.title);
  if (hasCode(query.error, 'postmortem-missing') && query.data === undefined) return <Missing />;
  return (
    <Loaded query={query} skeleton={<DocumentSkeleton />}>
      {(detail) => <PostmortemDocument key={detail.id} detail={detail} />}
    </Loaded>
  );
}

function Missing(): ReactElement {
  return (
    <EmptyState title="There is no such post-mortem" actions={<Link to="/postmortems">All post-mortems</Link>}>
      It may have been deleted, or it is private and you are not among the people it names.
    </EmptyState>
  );
}
