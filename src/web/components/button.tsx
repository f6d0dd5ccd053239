import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactElement } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.data.ts';

interface Look {
  /** `primary`: what the page is for, once. `quiet`: no frame until it is pointed at. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'sm' | 'md';
  readonly icon?: IconName;
}

interface ButtonProps extends ComponentProps<'button'>, Look {
  /** On its way: keeps its width, cannot be pressed twice. */
  readonly busy?: boolean;
}

const lookOf = ({ variant = 'secondary', size = 'md' }: Look, className?: string): string =>
  classNames('button', `button--${variant}`, size === 'sm' && 'button--sm', className);

/** A button. */
export function Button(props: ButtonProps): ReactElement {
  const { variant, size, icon, busy = false, className, children, disabled, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={lookOf({ variant: variant ?? 'secondary', size: size ?? 'md' }, className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

function Anchor(props: ComponentProps<'a'> & Look): ReactElement {
  const { variant, size, icon, className, children, ...rest } = props;
  return (
    <a {...rest} className={lookOf({ variant: variant ?? 'secondary', size: size ?? 'md' }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** A link of the application that looks like a button: takes `to`, `params` and `search` as every link does. */
export const ButtonLink = createLink(Anchor);

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  readonly icon: IconName;
  readonly label: string;
}

/** A square button with an icon; its label is spoken and shown as its title. */
export function IconButton({ icon, label, className, variant = 'quiet', ...rest }: IconButtonProps): ReactElement {
  return (
    <Button
      title={label}
      {...rest}
      variant={variant}
      aria-label={label}
      className={classNames('button--icon', className)}
    >
      <Icon name={icon} />
    </Button>
  );
}
