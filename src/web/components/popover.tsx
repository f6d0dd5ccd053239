import { cloneElement, createContext, type MouseEvent, type ReactElement, type ReactNode, useContext } from 'react';

import { classNames } from './class-names.ts';
import { useFloat } from './use-float.ts';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<object>;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom';
  readonly className?: string;
  readonly onOpenChange?: (open: boolean) => void;
}

const ClosePopover = createContext<() => void>(() => undefined);
const FIRST = 'input, button, select, textarea, a[href], [tabindex]:not([tabindex="-1"])';

function focusFirst(panel: HTMLElement): void {
  const first = panel.querySelector<HTMLElement>('[data-autofocus]') ?? panel.querySelector<HTMLElement>(FIRST);
  (first ?? panel).focus();
}

/** A small panel beside the button that opens it. Escape and a click elsewhere close it; the focus goes back. */
export function Popover(props: PopoverProps): ReactElement {
  const { trigger, label, children, align = 'start', side = 'bottom', className, onOpenChange } = props;
  const float = useFloat({ side, align, onShown: focusFirst, onOpenChange });
  return (
    <>
      {cloneElement(trigger, { 'aria-haspopup': 'dialog', ...float.trigger } as object)}
      <div
        {...float.panel}
        className={classNames('float popover', className)}
        {...{ role: 'dialog', 'aria-label': label }}
        tabIndex={-1}
      >
        <ClosePopover value={float.close}>{float.open && children}</ClosePopover>
      </div>
    </>
  );
}

interface PopoverCloseProps {
  /** The child is what is pressed; it keeps what it does itself. */
  readonly asChild: true;
  readonly children: ReactElement<{ readonly onClick?: (event: MouseEvent) => void }>;
}

/** Closes the popover around it when its child is pressed. */
export function PopoverClose({ children }: PopoverCloseProps): ReactElement {
  const close = useContext(ClosePopover);
  const onClick = (event: MouseEvent): void => {
    children.props.onClick?.(event);
    close();
  };
  return cloneElement(children, { onClick } as object);
}
