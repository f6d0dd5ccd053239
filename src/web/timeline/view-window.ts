/** The part of the picture that is seen, in places of the scale from 0 to 1. */
export interface ViewWindow {
  readonly from: number;
  readonly to: number;
}

/** Everything. */
export const WHOLE_VIEW: ViewWindow = { from: 0, to: 1 };

/** No closer than this part of the whole. */
const CLOSEST = 0.002;

/** Magnifies by `factor` (2 shows half as much) around a place that keeps where it stands. */
export function zoomView(view: ViewWindow, factor: number, anchor = (view.from + view.to) / 2): ViewWindow {
  const width = Math.min(1, Math.max(CLOSEST, (view.to - view.from) / factor));
  const part = (anchor - view.from) / (view.to - view.from);
  const from = Math.min(1 - width, Math.max(0, anchor - part * width));
  return { from, to: from + width };
}

/** Moves by a part of what is seen: 0.5 goes half a window on. */
export function panView(view: ViewWindow, part: number): ViewWindow {
  const width = view.to - view.from;
  const from = Math.min(1 - width, Math.max(0, view.from + part * width));
  return { from, to: from + width };
}

/** Shows what lies between two places, in any order. */
export function viewBetween(one: number, other: number): ViewWindow {
  const [from, to] = [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))];
  return zoomView({ from, to: Math.max(to, from + CLOSEST) }, 1);
}

/** Moves as little as needed for a place to be seen. */
export function viewWith(view: ViewWindow, place: number): ViewWindow {
  const margin = (view.to - view.from) * 0.08;
  if (place >= view.from && place <= view.to) return view;
  const by = place < view.from ? place - margin - view.from : place + margin - view.to;
  return panView(view, by / (view.to - view.from));
}

/** True where everything is seen. */
export function isWhole(view: ViewWindow): boolean {
  return view.to - view.from > 0.9999;
}
