import type { KeyboardEvent } from 'react';

const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])';

/** Items of an open menu that can be reached. */
export function menuItems(panel: Element): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(ITEMS)];
}

/** Moves in a menu: arrows, Home, End, first letters. Tab leaves it. */
export function moveInMenu(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = menuItems(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = items[nextIndex(event.key, at, items)];
  if (event.key === 'Tab') close();
  // It closes the menu and nothing around it.
  if (event.key === 'Escape') event.stopPropagation();
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  target.focus();
}

function nextIndex(key: string, at: number, items: readonly HTMLElement[]): number {
  if (key === 'ArrowDown') return (at + 1) % items.length;
  if (key === 'ArrowUp') return (at - 1 + items.length) % items.length;
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (key.length !== 1 || key === ' ') return -1;
  const starts = (item: HTMLElement): boolean => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  const after = items.findIndex((item, index) => index > at && starts(item));
  return after === -1 ? items.findIndex(starts) : after;
}
