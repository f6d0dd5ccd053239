import { type RefObject, useCallback, useLayoutEffect, useState, useSyncExternalStore } from 'react';

import { rowsInSight, type RowRange } from './rows-in-sight.ts';

const phone = matchMedia('(max-width: 40rem)');
/** Heights of `.postmortem-row`, in rem. */
const HEIGHT = { phone: 4.25, desk: 2.75 };

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

function rowHeight(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (phone.matches ? HEIGHT.phone : HEIGHT.desk) * rem;
}

interface WindowRows extends RowRange {
  /** Height of a row in pixels. */
  readonly height: number;
  /** Scrolls until the row is in sight. */
  readonly reveal: (index: number) => void;
}

/** Which rows of a long list are in the page now: those in sight and some around. All of them are of one height. */
export function useWindowRows(list: RefObject<HTMLElement | null>, count: number): WindowRows {
  const height = useSyncExternalStore(subscribe, rowHeight);
  const [range, setRange] = useState<RowRange>({ first: 0, last: 30 });
  useLayoutEffect(() => {
    const look = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = rowsInSight({ top, height, count, windowHeight: innerHeight });
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [list, height, count]);
  const reveal = useCallback(
    (index: number): void => {
      const top = (list.current?.getBoundingClientRect().top ?? 0) + index * height;
      const room = 2 * height;
      if (top < room) scrollBy({ top: top - room });
      else if (top + height > innerHeight - room) scrollBy({ top: top + height + room - innerHeight });
    },
    [list, height],
  );
  return { ...range, height, reveal };
}
