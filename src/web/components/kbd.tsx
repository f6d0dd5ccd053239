import type { ReactElement } from 'react';

const NAMES: Readonly<Record<string, string>> = {
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page up',
  pagedown: 'Page down',
  delete: 'Delete',
  backspace: 'Backspace',
  home: 'Home',
  end: 'End',
};

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

function nameOf(key: string): string {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** A shortcut as it is pressed: `mod+k`, or one after the other: `g h`. */
export function Kbd({ keys }: { readonly keys: string }): ReactElement {
  const strokes = keys.split(' ').map((stroke) =>
    stroke
      .split('+')
      .map(nameOf)
      .join(isMac ? '' : '+'),
  );
  return <kbd className="kbd">{strokes.join(' ')}</kbd>;
}
