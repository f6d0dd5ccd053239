import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Where there is nothing yet: what would be here, and how it gets here. */
export function EmptyState({ title, children, actions }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {children !== undefined && <div className="empty-state__text">{children}</div>}
      {actions !== undefined && <div className="empty-state__actions">{actions}</div>}
    </div>
  );
}
