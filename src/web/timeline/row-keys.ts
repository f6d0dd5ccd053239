/** What a key does to the row that has the focus, or to those selected. */
export type RowCommand =
  | 'next'
  | 'previous'
  | 'extend-next'
  | 'extend-previous'
  | 'first'
  | 'last'
  | 'edit-text'
  | 'edit-time'
  | 'edit-who'
  | 'edit-notes'
  | 'moment'
  | 'merge'
  | 'split'
  | 'fold'
  | 'unfold'
  | 'restore'
  | 'attach'
  | 'delete'
  | 'add'
  | 'select'
  | 'clear'
  | 'earlier'
  | 'later'
  | 'undo'
  | 'redo';

/** Keys by what they do, as a shortcut is written: `alt+arrowup`. */
export const ROW_KEYS: Readonly<Record<string, RowCommand>> = {
  arrowdown: 'next',
  j: 'next',
  arrowup: 'previous',
  k: 'previous',
  'shift+arrowdown': 'extend-next',
  'shift+arrowup': 'extend-previous',
  home: 'first',
  end: 'last',
  enter: 'edit-text',
  f2: 'edit-text',
  t: 'edit-time',
  w: 'edit-who',
  n: 'edit-notes',
  m: 'moment',
  g: 'merge',
  s: 'split',
  f: 'fold',
  u: 'unfold',
  r: 'restore',
  l: 'attach',
  delete: 'delete',
  backspace: 'delete',
  a: 'add',
  ' ': 'select',
  x: 'select',
  escape: 'clear',
  'alt+arrowup': 'earlier',
  'alt+arrowdown': 'later',
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'mod+y': 'redo',
};

/** The command of a key press; undefined for keys that mean nothing to a row. */
export function rowCommand(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
): RowCommand | undefined {
  const stroke = [
    event.ctrlKey || event.metaKey ? 'mod+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey ? 'shift+' : '',
    event.key.toLowerCase(),
  ].join('');
  return Object.hasOwn(ROW_KEYS, stroke) ? ROW_KEYS[stroke] : undefined;
}
