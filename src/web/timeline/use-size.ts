import { type RefObject, useLayoutEffect, useState } from 'react';

/** Size of an element in whole pixels; zero before it is measured. */
export function useSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const measure = (): void => {
      const { width, height } = measured.getBoundingClientRect();
      setSize((before) =>
        before.width === Math.floor(width) && before.height === Math.floor(height)
          ? before
          : { width: Math.floor(width), height: Math.floor(height) },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return size;
}
