import { type MouseEvent, type ReactElement, type ReactNode, useId, useLayoutEffect, useState } from 'react';

import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

interface DialogProps {
  readonly open: boolean;
  /** Called when the person leaves it: Escape, the close button, a click beside it. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** True where leaving needs a decision: no close button, Escape and clicks beside it do nothing. */
  readonly insistent?: boolean;
}

/**
 * A question on top of the page. The element with `data-autofocus` gets the focus, or else the first that can have it; it
 * goes back to where it was.
 */
export function Dialog(props: DialogProps): ReactElement | null {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, footer, size = 'md', insistent = false }: DialogProps): ReactElement {
  const [element, setElement] = useState<HTMLDialogElement | null>(null);
  const titleId = useId();
  // Before it leaves the page: only a dialog that is there gives the focus back.
  useLayoutEffect(() => {
    if (element === null) return undefined;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, [element]);
  const leaveFromBeside = (event: MouseEvent): void => {
    if (event.target === element && !insistent) onClose();
  };
  return (
    // The keyboard leaves it by Escape, which the browser tells as `cancel`.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <dialog
      ref={setElement}
      className={classNames('dialog', `dialog--${size}`)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!insistent) onClose();
      }}
      onMouseDown={leaveFromBeside}
    >
      <div className="dialog__box">
        <header className="dialog__head">
          <h2 id={titleId}>{title}</h2>
          {!insistent && <IconButton icon="close" label="Close" onClick={onClose} />}
        </header>
        <div className="dialog__body">{children}</div>
        {footer !== undefined && <footer className="dialog__foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
