import type { ReactElement, ReactNode } from 'react';

import { problemOf } from '../api/index.ts';
import { ProblemNotice } from '../components/index.ts';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

interface LoadedProps<Data> {
  readonly query: Query<Data>;
  /** Takes the place of what comes, in its size. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query says: its place while it loads, the problem and a way to try again, or what it is for. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) {
    return (
      <div aria-busy="true">
        <output className="visually-hidden">Loading</output>
        {skeleton}
      </div>
    );
  }
  const retry = (): void => {
    query.refetch().catch(reportError);
  };
  return <ProblemNotice problem={problemOf(query.error)} onRetry={retry} />;
}
