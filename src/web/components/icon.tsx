import type { ReactElement } from 'react';

import { type IconName, ICONS } from './icons.data.ts';

interface IconProps {
  readonly name: IconName;
  /** Said by a screen reader; without it the icon is decoration beside its text. */
  readonly label?: string;
}

/** A small line drawing in the colour and size of the text around it. */
export function Icon({ name, label }: IconProps): ReactElement {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="icon" viewBox="0 0 16 16" {...spoken}>
      <path d={ICONS[name]} />
    </svg>
  );
}
