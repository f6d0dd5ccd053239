import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { problemOf } from '../api/index.ts';
import { Button, ProblemNotice } from '../components/index.ts';

/** A page that broke: says so, and offers to load it again. */
export function FailurePage({ error }: ErrorComponentProps): ReactElement {
  return (
    <div className="page page--text">
      <h1 className="visually-hidden">This page could not be shown</h1>
      <ProblemNotice
        problem={problemOf(error)}
        actions={
          <Button size="sm" onClick={() => location.reload()}>
            Load again
          </Button>
        }
      />
    </div>
  );
}
