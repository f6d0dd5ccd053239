import type { PictureSubject } from './picture-geometry.ts';
import { panView, type ViewWindow, WHOLE_VIEW, zoomView } from './view-window.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The event that an arrow key leads to; undefined for other keys. */
export function eventAfterKey(
  key: string,
  { entries }: PictureSubject,
  current: string | null,
): { readonly id: string; readonly epoch: number } | undefined {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step === undefined) return undefined;
  const index = entries.findIndex((entry) => entry.id === current);
  const start = step > 0 ? 0 : entries.length - 1;
  const next = entries[index === -1 ? start : Math.min(entries.length - 1, Math.max(0, index + step))];
  return next?.epoch === null || next === undefined ? undefined : { id: next.id, epoch: next.epoch };
}

/** The view that a key leads to; undefined for keys that say nothing about it. */
export function viewAfterKey(key: string, view: ViewWindow): ViewWindow | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomView(view, 1.6);
    case '-':
      return zoomView(view, 1 / 1.6);
    case '0':
      return WHOLE_VIEW;
    case 'PageDown':
      return panView(view, 0.5);
    case 'PageUp':
      return panView(view, -0.5);
    default:
      return undefined;
  }
}
