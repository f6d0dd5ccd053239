import type { ReactElement, ReactNode } from 'react';

import { useTitle } from './app-shell.ts';
import './outside.css';

interface OutsideProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page that needs no session: signing in, joining, the first run. */
export function Outside({ title, lead, children }: OutsideProps): ReactElement {
  useTitle(title);
  return (
    <main className="outside">
      <div className="outside__box">
        <p className="outside__brand">
          <img src="/mark.svg" alt="" width="28" height="28" /> Nevertwice
        </p>
        <h1>{title}</h1>
        {lead !== undefined && <p className="outside__lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
