import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

import type { PictureFrame } from './picture-frame.ts';
import { type PictureActions, PictureGesture, type Pointer, viewAfterWheel } from './picture-gesture.ts';

type Handler = (event: PointerEvent<SVGSVGElement>) => void;

/** Handlers of the drawing for pointers; the wheel is listened to as well. */
export function usePicturePointer(
  drawing: RefObject<SVGSVGElement | null>,
  frame: PictureFrame,
  actions: PictureActions,
): {
  readonly onPointerDown: Handler;
  readonly onPointerMove: Handler;
  readonly onPointerUp: Handler;
  readonly onPointerCancel: Handler;
  readonly onPointerLeave: Handler;
} {
  const [gesture] = useState(() => new PictureGesture());
  useWheel(drawing, frame, actions);
  return {
    onPointerDown: (event) => {
      if (event.button === 0) gesture.down(pointerOf(event), frame, actions);
    },
    onPointerMove: (event) => {
      if (gesture.move(pointerOf(event), frame, actions)) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp: (event) => gesture.up(pointerOf(event), frame, actions),
    onPointerCancel: () => gesture.cancel(actions),
    onPointerLeave: () => gesture.leave(actions),
  };
}

function pointerOf(event: PointerEvent<SVGSVGElement>): Pointer {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return {
    id: event.pointerId,
    place: { x: event.clientX - left, y: event.clientY - top },
    isTouch: event.pointerType === 'touch',
    isShift: event.shiftKey,
  };
}

function useWheel(drawing: RefObject<SVGSVGElement | null>, frame: PictureFrame, actions: PictureActions): void {
  const latest = useRef({ frame, actions });
  useEffect(() => {
    latest.current = { frame, actions };
  });
  useEffect(() => {
    const element = drawing.current;
    if (element === null) return undefined;
    const turn = (event: WheelEvent): void => {
      const { actions: now, frame: room } = latest.current;
      const { left, top } = element.getBoundingClientRect();
      const along = room.alongOf({ x: event.clientX - left, y: event.clientY - top });
      const next = viewAfterWheel(event, along, { frame: room, view: now.view });
      if (next === undefined) return;
      event.preventDefault();
      now.setView(next);
    };
    // React listens passively, and then the page would zoom as well.
    element.addEventListener('wheel', turn, { passive: false });
    return () => {
      element.removeEventListener('wheel', turn);
    };
  }, [drawing]);
}
