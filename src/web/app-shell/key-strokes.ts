/** What of a key event decides which shortcut it is. */
interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The press as shortcuts are written: `mod+k`, `shift+enter`, `?`. Signs that need Shift are written without it. */
export function strokeOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const isSign = key.length === 1 && key === key.toUpperCase();
  const parts = [
    (press.ctrlKey || press.metaKey) && 'mod',
    press.altKey && 'alt',
    press.shiftKey && !isSign && 'shift',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

/** True for a shortcut that cannot be part of a text, so that it also works while one types. */
export function worksWhileTyping(keys: string): boolean {
  return keys.startsWith('mod+') || keys.startsWith('alt+') || keys === 'escape';
}
