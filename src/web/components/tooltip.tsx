import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { Kbd } from './kbd.tsx';
import { movePanel } from './use-float.ts';

interface TooltipProps {
  readonly label: ReactNode;
  readonly keys?: string;
  /** Something that can have the focus. */
  readonly children: ReactElement<object>;
  readonly side?: 'top' | 'bottom';
}

const PAUSE_MS = 400;

/** A short explanation of what is pointed at or focused. Never the only place of something one must know. */
export function Tooltip({ label, keys, children, side = 'top' }: TooltipProps): ReactElement {
  const id = useId();
  const [pointed, setPointed] = useState<Element | null>(null);
  const [anchor, setAnchor] = useState<Element | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAnchor(pointed), pointed === null ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [pointed]);
  const hide = (): void => setPointed(null);
  const show = (event: { readonly currentTarget: Element }): void => setPointed(event.currentTarget);
  const listeners = { onPointerEnter: show, onPointerLeave: hide, onPointerDown: hide, onFocus: show, onBlur: hide };
  return (
    <>
      {cloneElement(children, { ...listeners, 'aria-describedby': anchor ? id : undefined } as object)}
      {anchor && (
        <Hint id={id} anchor={anchor} side={side} onHide={hide}>
          {label} {keys !== undefined && <Kbd keys={keys} />}
        </Hint>
      )}
    </>
  );
}

interface HintProps {
  readonly id: string;
  readonly anchor: Element;
  readonly side: 'top' | 'bottom';
  readonly onHide: () => void;
  readonly children: ReactNode;
}

function Hint({ id, anchor, side, onHide, children }: HintProps): ReactElement {
  const panel = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    panel.current?.showPopover();
    if (panel.current) movePanel(panel.current, anchor, { side, align: 'center' });
  }, [anchor, side]);
  useEffect(() => {
    const hideOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onHide();
    };
    document.addEventListener('keydown', hideOnEscape);
    return () => document.removeEventListener('keydown', hideOnEscape);
  }, [onHide]);
  return (
    <span ref={panel} id={id} role="tooltip" popover="manual" className="float tooltip">
      {children}
    </span>
  );
}
