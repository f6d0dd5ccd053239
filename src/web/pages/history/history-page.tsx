import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useState } from 'react';

import { problemOf, queries } from '../api.ts';
import { Page } from '../app-shell.ts';
import { Button, ProblemNotice, Skeleton } from '../components.ts';
import './history-page.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { RevisionList } from './revision-list.tsx';

const RevisionDiff = lazy(async () => {
  const module = await import('./revision-diff.tsx');
  return { default: module.RevisionDiff };
});

/** Every revision of a post-mortem: what changed, who did it, and the way back. */
export function HistoryPage(): ReactElement {
  const { id = '' } = useParams({ strict: false });
  const postmortem = useQuery(queries.postmortem(id));
  const revisions = useInfiniteQuery(queries.revisions(id));
  const [choice, setChoice] = useState<number>();
  const [against, setAgainst] = useState<number>();
  const numbers = revisions.data?.pages.flatMap(({ items }) => items.map(({ revision }) => revision)) ?? [];
  const newest = numbers[0];
  const chosen = choice ?? newest;
  const choose = (revision: number): void => {
    setChoice(revision);
    setAgainst(undefined);
  };
  return (
    <Page
      title={postmortem.data === undefined ? 'History' : `History of “${postmortem.data.title}”`}
      actions={
        <Link to="/postmortems/$id" params={{ id }} className="history__back">
          Back to the document
        </Link>
      }
    >
      <div className="history">
        <RevisionList
          postmortemId={id}
          chosen={chosen}
          against={against}
          onChoose={choose}
          onCompare={(revision) => setAgainst(revision)}
        />
        {chosen !== undefined && (
          <Comparison
            postmortemId={id}
            chosen={chosen}
            // Revisions made in one go are kept as one, so the one before need not be the number before.
            against={against ?? numbers.find((number) => number < chosen) ?? 0}
            isNewest={chosen === newest}
            mayEdit={postmortem.data?.mayEdit === true}
          />
        )}
      </div>
    </Page>
  );
}

interface ComparisonProps {
  readonly postmortemId: string;
  readonly chosen: number;
  /** Revision to compare with; 0 for none, before the first. */
  readonly against: number;
  readonly isNewest: boolean;
  readonly mayEdit: boolean;
}

function Comparison({ against, chosen, isNewest, mayEdit, postmortemId }: ComparisonProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const [older, newer] = against < chosen ? [against, chosen] : [chosen, against];
  return (
    <section className="history__diff" aria-label="Changes">
      <header className="history__head">
        <h2>
          {older === 0
            ? `Revision ${String(newer)}, the first`
            : `What changed from revision ${String(older)} to ${String(newer)}`}
        </h2>
        {mayEdit && !isNewest && (
          <Button icon="history" onClick={() => setAsking(true)}>
            Restore revision {chosen}
          </Button>
        )}
      </header>
      <Texts postmortemId={postmortemId} older={older} newer={newer} />
      <RestoreDialog {...{ postmortemId }} revision={chosen} open={asking} onClose={() => setAsking(false)} />
    </section>
  );
}

function Texts({
  newer,
  older,
  postmortemId,
}: {
  readonly postmortemId: string;
  readonly older: number;
  readonly newer: number;
}): ReactElement {
  const next = useQuery(queries.revision(postmortemId, newer));
  const before = useQuery({ ...queries.revision(postmortemId, older), enabled: older > 0 });
  const failed = next.error ?? before.error;
  if (failed !== null) return <ProblemNotice problem={problemOf(failed)} />;
  const waiting = <Skeleton lines={8} />;
  if (next.data === undefined || (older > 0 && before.data === undefined)) return waiting;
  return (
    <Suspense fallback={waiting}>
      <RevisionDiff older={before.data?.markdown ?? ''} newer={next.data.markdown} />
    </Suspense>
  );
}
