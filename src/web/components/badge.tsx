import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.data.ts';

/** How something stands. */
export type Tone = 'neutral' | 'accent' | 'danger' | 'warning' | 'success';

interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** Filled: the one to see first. */
  readonly strong?: boolean;
  readonly icon?: IconName;
  readonly title?: string;
}

/** A word about something, beside it. */
export function Badge({ children, tone = 'neutral', strong = false, icon, title }: BadgeProps): ReactElement {
  return (
    <span className={classNames('badge', `badge--${tone}`, strong && 'badge--strong')} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
