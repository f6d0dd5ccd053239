import { type RefObject, type ToggleEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

import { type FloatWish, placeFloat } from './place-float.ts';

/** What the button that opens a panel takes over. */
interface FloatTrigger {
  readonly popoverTarget: string;
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
}

interface Float {
  readonly open: boolean;
  readonly close: () => void;
  readonly trigger: FloatTrigger;
  readonly panel: {
    readonly id: string;
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly popover: 'auto';
    readonly onBeforeToggle: (event: ToggleEvent<HTMLDivElement>) => void;
    readonly onToggle: (event: ToggleEvent<HTMLDivElement>) => void;
  };
}

interface FloatOptions extends FloatWish {
  /** Called when the panel has its place. */
  readonly onShown: (panel: HTMLElement) => void;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Moves the panel beside its trigger. */
export function movePanel(panel: HTMLElement, anchor: Element, wish: FloatWish): void {
  panel.style.maxHeight = '';
  const { width, height } = panel.getBoundingClientRect();
  const { clientWidth: windowWidth, clientHeight: windowHeight } = document.documentElement;
  const place = placeFloat(anchor.getBoundingClientRect(), { width, height }, { ...wish, windowWidth, windowHeight });
  Object.assign(panel.style, {
    left: `${place.left}px`,
    top: `${place.top}px`,
    maxHeight: `${place.maxHeight}px`,
    visibility: 'visible',
  });
}

/**
 * A panel in the top layer that belongs to a button. The browser opens and closes it: by the button, by Escape, by a
 * click elsewhere; it lies above dialogs, too.
 */
export function useFloat({ side, align, onShown, onOpenChange }: FloatOptions): Float {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const shown = useRef(onShown);
  useEffect(() => {
    shown.current = onShown;
  });
  useLayoutEffect(() => {
    const panel = ref.current;
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!open || panel === null || anchor === null) return undefined;
    const move = (): void => movePanel(panel, anchor, { side, align });
    // The browser shows the panel right after it has told that it will.
    const frame = requestAnimationFrame(() => {
      move();
      shown.current(panel);
    });
    addEventListener('scroll', move, { capture: true, passive: true });
    addEventListener('resize', move);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', move, { capture: true });
      removeEventListener('resize', move);
    };
  }, [open, id, side, align]);
  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>): void => {
    event.currentTarget.style.visibility = 'hidden';
    if (event.newState !== 'open') return;
    setOpen(true);
    onOpenChange?.(true);
  };
  // What is inside goes after the panel is hidden: until then it has the focus, which the browser gives back.
  const onToggle = (event: ToggleEvent<HTMLDivElement>): void => {
    if (event.newState === 'open') return;
    setOpen(false);
    onOpenChange?.(false);
  };
  return {
    open,
    close: () => ref.current?.hidePopover(),
    trigger: { popoverTarget: id, 'aria-expanded': open, 'aria-controls': open ? id : undefined },
    panel: { id, ref, popover: 'auto', onBeforeToggle, onToggle },
  };
}
