import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.data.ts';

interface NoticeProps {
  readonly tone?: 'info' | 'warning' | 'danger' | 'success';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly icon?: IconName;
}

/** Something to know at this place of the page: what is so, and what to do. Problems are announced. */
export function Notice({ tone = 'info', title, children, actions, icon }: NoticeProps): ReactElement {
  const urgent = tone === 'danger' || tone === 'warning';
  const sign = icon ?? (urgent ? 'warning' : tone === 'success' ? 'check' : 'info');
  return (
    <div className={classNames('notice', `notice--${tone}`)} role={urgent ? 'alert' : 'status'}>
      <Icon name={sign} />
      <div className="notice__text">
        {title !== undefined && <strong>{title}</strong>} {children}
      </div>
      {actions !== undefined && <div className="notice__actions">{actions}</div>}
    </div>
  );
}

/** A notice across the page, above everything else. */
export function Banner(props: NoticeProps): ReactElement {
  return (
    <div className="banner">
      <Notice {...props} />
    </div>
  );
}

interface ProblemNoticeProps {
  readonly problem: { readonly title: string; readonly detail: string; readonly help: string };
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
}

/** A request that was refused, as the server explains it. */
export function ProblemNotice({ problem, onRetry, actions }: ProblemNoticeProps): ReactElement {
  const retry = onRetry && (
    <button type="button" className="button button--secondary button--sm" onClick={onRetry}>
      Try again
    </button>
  );
  return (
    <Notice
      tone="danger"
      title={problem.detail}
      actions={
        <>
          {retry}
          {actions}
        </>
      }
    >
      {problem.help}
    </Notice>
  );
}
