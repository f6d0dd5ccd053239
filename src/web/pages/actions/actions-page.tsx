import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';

import { ActionRows } from '../action-rows.tsx';
import { queries } from '../api.ts';
import { Loaded, Page } from '../app-shell.ts';
import { EmptyState, Pager, SegmentedControl } from '../components.ts';
import { PostmortemRowsSkeleton } from '../postmortem-rows.tsx';

const WHOSE = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
] as const;
const WHICH = [
  { value: 'open', label: 'Open' },
  { value: 'all', label: 'All' },
] as const;

/** Action items of all post-mortems. */
export function ActionsPage(): ReactElement {
  const [whose, setWhose] = useState<'mine' | 'all'>('all');
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const actions = useInfiniteQuery(
    queries.actions({ mine: whose === 'mine' ? true : undefined, open: which === 'open' ? true : undefined }),
  );
  const controls = (
    <>
      <SegmentedControl label="Whose" value={whose} onChange={setWhose} options={WHOSE} />
      <SegmentedControl label="Which" value={which} onChange={setWhich} options={WHICH} />
    </>
  );
  const showMore = (): void => {
    actions.fetchNextPage().catch(reportError);
  };
  return (
    <Page title="Actions" actions={controls}>
      <Loaded query={actions} skeleton={<PostmortemRowsSkeleton rows={10} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NoActions mine={whose === 'mine'} open={which === 'open'} />;
          return (
            <>
              <ActionRows actions={items} />
              <Pager hasMore={actions.hasNextPage} loading={actions.isFetchingNextPage} onMore={showMore} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function NoActions({ mine, open }: { readonly mine: boolean; readonly open: boolean }): ReactElement {
  return (
    <EmptyState title={`${mine ? 'You have' : 'There are'} no ${open ? 'open ' : ''}actions`}>
      Actions are written in a post-mortem, with an owner and a day. Here they come together.
    </EmptyState>
  );
}
