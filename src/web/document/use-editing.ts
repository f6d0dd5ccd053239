import { useCallback, useEffect, useRef, useState } from 'react';

import type { Place } from './document-context.ts';
import type { PlacedFinding } from './finding-list.tsx';
import type { LivePort } from './live-port.ts';

type Fix = NonNullable<PlacedFinding['fix']>;

/** Which places are open for editing, and the session behind them. */
export interface Editing {
  /** True from the first wish to edit on: the session is opened then, and stays as long as the page. */
  readonly wanted: boolean;
  readonly port: LivePort | null;
  readonly setPort: (port: LivePort | null) => void;
  /** Open places, with the path that gets the focus. */
  readonly open: ReadonlyMap<Place, string | undefined>;
  readonly edit: (place: Place, path?: string) => void;
  readonly close: (place: Place) => void;
  readonly closeAll: () => void;
  readonly fix: (fix: Fix) => void;
}

/** Keeps what is open for editing. A fix that is asked for before there is a session waits for it. */
export function useEditing(): Editing {
  const [wanted, setWanted] = useState(false);
  const [port, setPort] = useState<LivePort | null>(null);
  const [open, setOpen] = useState<ReadonlyMap<Place, string | undefined>>(new Map());
  const waiting = useRef<Fix[]>([]);
  const edit = useCallback((place: Place, path?: string) => {
    setWanted(true);
    setOpen((before) => new Map([...before, [place, path]]));
  }, []);
  const close = useCallback((place: Place) => {
    setOpen((before) => new Map([...before].filter(([each]) => each !== place)));
  }, []);
  const closeAll = useCallback(() => setOpen(new Map()), []);
  const fix = useCallback((wish: Fix) => {
    waiting.current.push(wish);
    setWanted(true);
  }, []);
  useEffect(() => {
    if (port === null || !port.state.ready) return;
    for (const wish of waiting.current.splice(0)) port.fix(wish);
  });
  return { wanted, port, setPort, open, edit, close, closeAll, fix };
}
