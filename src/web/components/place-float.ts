/** Where a panel goes beside what it belongs to, in pixels of the window. */
export interface FloatPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** A rectangle of the window. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Side and alignment that are wanted; the side gives way where there is no room. */
export interface FloatWish {
  readonly side: 'top' | 'bottom';
  readonly align: 'start' | 'center' | 'end';
}

const GAP = 5;
const EDGE = 8;
const ENOUGH = 160;

/** Puts a panel of that size beside the anchor, inside of the window. */
export function placeFloat(
  anchor: Box,
  panel: { readonly width: number; readonly height: number },
  options: FloatWish & { readonly windowWidth: number; readonly windowHeight: number },
): FloatPlace {
  const below = options.windowHeight - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const wanted = options.side === 'bottom' ? below : above;
  const other = options.side === 'bottom' ? above : below;
  const keep = wanted >= Math.min(panel.height, ENOUGH) || wanted >= other;
  const atBottom = (options.side === 'bottom') === keep;
  const maxHeight = Math.max(atBottom ? below : above, 0);
  const height = Math.min(panel.height, maxHeight);
  const start = { start: anchor.left, end: anchor.right - panel.width }[options.align as 'start' | 'end'] as
    number | undefined;
  const left = start ?? (anchor.left + anchor.right - panel.width) / 2;
  return {
    left: Math.max(EDGE, Math.min(left, options.windowWidth - panel.width - EDGE)),
    top: atBottom ? anchor.bottom + GAP : anchor.top - GAP - height,
    maxHeight,
  };
}
