import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

import { type PostmortemSummary, queries, useMay, useSession } from '../api.ts';
import { ActionRows } from '../action-rows.tsx';
import { Loaded, Page } from '../app-shell.ts';
import { ButtonLink } from '../components.ts';
import { PostmortemRow, PostmortemRowsSkeleton } from '../postmortem-rows.tsx';
import { FirstSteps } from './first-steps.tsx';
import './home-page.css';

/** What needs me, and what changed. An empty workspace shows how to begin. */
export function HomePage(): ReactElement {
  const home = useQuery(queries.home());
  const { user } = useSession();
  const mayCreate = useMay('postmortem.create');
  return (
    <Page title={home.data?.empty ? `Welcome, ${user.name}` : 'Home'}>
      <Loaded query={home} skeleton={<HomeSkeleton />}>
        {({ drafts, myActions, recent, empty }) =>
          empty ? (
            <FirstSteps mayCreate={mayCreate} />
          ) : (
            <div className="home">
              <Part
                title="My drafts"
                count={drafts.length}
                none={
                  mayCreate ? (
                    <>
                      You have no drafts. <Link to="/new">Write a post-mortem</Link>.
                    </>
                  ) : (
                    'You have no drafts.'
                  )
                }
              >
                <Rows rows={drafts} />
              </Part>
              <Part title="My actions" count={myActions.length} none="No open action has your name on it.">
                <ActionRows actions={myActions} />
              </Part>
              <Part
                title="Recently changed"
                count={recent.length}
                none="Nothing has changed yet."
                more={
                  <ButtonLink to="/postmortems" variant="quiet" size="sm" icon="arrow-right">
                    All post-mortems
                  </ButtonLink>
                }
              >
                <Rows rows={recent} />
              </Part>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly PostmortemSummary[] }): ReactElement {
  return (
    <ul className="postmortem-rows">
      {rows.map((postmortem) => (
        <li key={postmortem.id}>
          <PostmortemRow postmortem={postmortem} />
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  /** What is said where there is nothing. */
  readonly none: ReactNode;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, count, none, more, children }: PartProps): ReactElement {
  return (
    <section className="home__part">
      <div className="home__head">
        <h2>{title}</h2>
        {more}
      </div>
      {count === 0 ? <p className="home__none">{none}</p> : children}
    </section>
  );
}

function HomeSkeleton(): ReactElement {
  return (
    <div className="home">
      {['My drafts', 'My actions', 'Recently changed'].map((title) => (
        <div key={title} className="home__part">
          <div className="home__head">
            <h2>{title}</h2>
          </div>
          <PostmortemRowsSkeleton rows={3} />
        </div>
      ))}
    </div>
  );
}
