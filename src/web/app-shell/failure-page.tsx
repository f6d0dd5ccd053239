import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { problemOf } from '../api/index.ts';
import { Button, ProblemNotice } from '../components/index.ts';

/** A page that could not be shown: says so, and tries again, or loads everything anew where the page itself broke. */
export function FailurePage({ error }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const problem = problemOf(error);
  const tryAgain = (): void => {
    router.invalidate().catch(reportError);
  };
  const loadAgain = (
    <Button size="sm" onClick={() => location.reload()}>
      Load again
    </Button>
  );
  return (
    <div className="page page--text">
      <h1 className="visually-hidden">This page could not be shown</h1>
      {problem.code === 'unexpected' ? (
        <ProblemNotice problem={problem} actions={loadAgain} />
      ) : (
        <ProblemNotice problem={problem} onRetry={tryAgain} />
      )}
    </div>
  );
}
