import type { PictureFrame } from './picture-frame.ts';
import { isWhole, panView, type ViewWindow, viewBetween, zoomView } from './view-window.ts';

/** A place of the drawing in pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** What pointers do to a picture. */
export interface PictureActions {
  readonly view: ViewWindow;
  readonly setView: (view: ViewWindow) => void;
  /** Pointed at a place of the drawing, or at nothing. */
  readonly hover: (place: Place | null) => void;
  readonly press: (place: Place) => void;
  /** The row whose mark can be dragged at that place; undefined if none can. */
  readonly grab: (place: Place) => string | undefined;
  /** A row is being dragged; null once it no longer is. */
  readonly drag: (dragged: { readonly id: string; readonly along: number } | null) => void;
  readonly drop: (id: string, along: number) => void;
  /** A stretch is being brushed; null once it no longer is. */
  readonly brush: (stretch: readonly [number, number] | null) => void;
}

/** One pointer as the browser tells it. */
export interface Pointer {
  readonly id: number;
  readonly place: Place;
  readonly isTouch: boolean;
  readonly isShift: boolean;
}

type Gesture =
  | { readonly kind: 'pan' | 'brush'; readonly start: number; readonly view: ViewWindow; moved: boolean }
  | { readonly kind: 'drag'; readonly id: string; readonly start: number; moved: boolean }
  | { readonly kind: 'pinch'; distance: number };

const CLICK_DISTANCE = 4;
const LEAST_PINCH = 8;

/**
 * Tells apart what pointers mean: a press, a drag of a mark, a brush that zooms to a stretch, a pan of a zoomed picture,
 * a pinch of two fingers.
 */
export class PictureGesture {
  private gesture: Gesture | undefined;
  private readonly fingers = new Map<number, number>();

  down(pointer: Pointer, frame: PictureFrame, actions: PictureActions): void {
    const along = frame.alongOf(pointer.place);
    this.fingers.set(pointer.id, along);
    const distance = this.fingerDistance();
    if (distance !== undefined) {
      this.gesture = { kind: 'pinch', distance };
      return;
    }
    const id = actions.grab(pointer.place);
    const pans = pointer.isTouch || (!isWhole(actions.view) && !pointer.isShift);
    this.gesture =
      id === undefined
        ? { kind: pans ? 'pan' : 'brush', start: along, view: actions.view, moved: false }
        : { kind: 'drag', id, start: along, moved: false };
  }

  /** Gives back whether the pointer now belongs to the picture, wherever it goes. */
  move(pointer: Pointer, frame: PictureFrame, actions: PictureActions): boolean {
    const along = frame.alongOf(pointer.place);
    const now = this.gesture;
    if (this.fingers.has(pointer.id)) this.fingers.set(pointer.id, along);
    if (now === undefined) actions.hover(pointer.place);
    else if (now.kind === 'pinch') this.pinch(now, frame, actions);
    else if (now.moved || Math.abs(along - now.start) >= CLICK_DISTANCE) {
      const begins = !now.moved;
      now.moved = true;
      if (now.kind === 'drag') actions.drag({ id: now.id, along });
      else if (now.kind === 'brush') actions.brush([now.start, along]);
      else if (!isWhole(now.view)) actions.setView(panView(now.view, (now.start - along) / frame.length));
      return begins;
    }
    return false;
  }

  up(pointer: Pointer, frame: PictureFrame, actions: PictureActions): void {
    const now = this.gesture;
    const along = frame.alongOf(pointer.place);
    this.cancel(actions);
    if (now === undefined || now.kind === 'pinch') return;
    if (!now.moved) actions.press(pointer.place);
    else if (now.kind === 'drag') actions.drop(now.id, along);
    else if (now.kind === 'brush')
      actions.setView(viewBetween(placeAt(now.start, frame, actions.view), placeAt(along, frame, actions.view)));
  }

  cancel(actions: PictureActions): void {
    this.gesture = undefined;
    this.fingers.clear();
    actions.brush(null);
    actions.drag(null);
  }

  leave(actions: PictureActions): void {
    if (this.gesture === undefined) actions.hover(null);
  }

  private pinch(now: Gesture & { kind: 'pinch' }, frame: PictureFrame, actions: PictureActions): void {
    const distance = this.fingerDistance();
    const [one = 0, other = 0] = this.fingers.values();
    if (distance === undefined) return;
    const anchor = placeAt((one + other) / 2, frame, actions.view);
    actions.setView(zoomView(actions.view, distance / now.distance, anchor));
    now.distance = distance;
  }

  private fingerDistance(): number | undefined {
    const [one, other] = this.fingers.values();
    return one === undefined || other === undefined ? undefined : Math.max(LEAST_PINCH, Math.abs(one - other));
  }
}

/** Place of the scale, from 0 to 1, of pixels along the axis. */
export function placeAt(along: number, frame: PictureFrame, view: ViewWindow): number {
  return view.from + (along / frame.length) * (view.to - view.from);
}

/** What a turn of the wheel does: zooms while Ctrl or the command key is held, pans sideways; undefined for nothing. */
export function viewAfterWheel(
  event: Pick<WheelEvent, 'ctrlKey' | 'metaKey' | 'deltaX' | 'deltaY'>,
  along: number,
  { frame, view }: { readonly frame: PictureFrame; readonly view: ViewWindow },
): ViewWindow | undefined {
  if (event.ctrlKey || event.metaKey) return zoomView(view, Math.exp(-event.deltaY / 240), placeAt(along, frame, view));
  const isSideways = frame.orientation === 'across' && Math.abs(event.deltaX) > Math.abs(event.deltaY);
  return isSideways && !isWhole(view) ? panView(view, event.deltaX / frame.length) : undefined;
}
