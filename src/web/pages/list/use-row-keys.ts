import type { RefObject } from 'react';

import { useShortcut } from '../app-shell.ts';

interface Rows {
  readonly list: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Brings a row into the page, where only some are. */
  readonly reveal?: (index: number) => void;
}

/** `j` and `k` go from row to row; Enter opens the one that has the focus, since it is a link. */
export function useRowKeys({ list, count, reveal }: Rows): void {
  const linkOf = (index: number): HTMLElement | null | undefined =>
    list.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"] [data-row-link]`);
  const move = (step: number): void => {
    const at = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const next = Math.max(0, Math.min(count - 1, at === undefined ? 0 : Number(at) + step));
    reveal?.(next);
    const focus = (): void => linkOf(next)?.focus({ preventScroll: reveal !== undefined });
    // A row that was far away is there with the next picture.
    if (linkOf(next)) focus();
    else requestAnimationFrame(focus);
  };
  useShortcut('j', 'Next row', () => move(1), { keysOnly: true });
  useShortcut('k', 'Row before', () => move(-1), { keysOnly: true });
}
