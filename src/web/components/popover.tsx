import { Popover as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { useFloatContainer } from './float-container.ts';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly className?: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A small panel beside the button that opens it. Escape and a click elsewhere close it. */
export function Popover(props: PopoverProps): ReactElement {
  const { trigger, label, children, align = 'start', side = 'bottom', className, open, onOpenChange } = props;
  const container = useFloatContainer();
  return (
    <Primitive.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal {...container}>
        <Primitive.Content
          className={classNames('popover', className)}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Closes the popover around it when it is pressed. */
export const PopoverClose = Primitive.Close;
