import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** The heading is the page's own where nothing stands above it. */
  readonly heading?: 'h1' | 'h2';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Where there is nothing yet: what would be here, and how it gets here. */
export function EmptyState({ title, heading: Heading = 'h2', children, actions }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      {children !== undefined && <div className="empty-state__text">{children}</div>}
      {actions !== undefined && <div className="empty-state__actions">{actions}</div>}
    </div>
  );
}
