import { type ReactElement, type ReactNode, useEffect } from 'react';

import { classNames } from '../components/index.ts';

/** Names the page in the tab, in the history of the browser, and for a screen reader. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Nevertwice`;
  }, [title]);
}

interface PageProps {
  /** Heading of the page, and its name in the tab. */
  readonly title: string;
  readonly actions?: ReactNode;
  /** `text`: a comfortable measure. `wide`: all there is. */
  readonly width?: 'text' | 'wide';
  readonly children: ReactNode;
}

/** The frame of a page inside of the shell: heading, what can be done, content. */
export function Page({ title, actions, width = 'wide', children }: PageProps): ReactElement {
  useTitle(title);
  return (
    <div className={classNames('page', `page--${width}`)}>
      <header className="page__head">
        <h1>{title}</h1>
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
