/** Every shortcut there is, by where it works. `mod` is Ctrl, or ⌘ on a Mac. */
export const SHORTCUTS: readonly {
  readonly where: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}[] = [
  {
    where: 'Everywhere',
    keys: [
      ['mod+k', 'Find a page, an action or a post-mortem'],
      ['g h', 'Home'],
      ['g p', 'Post-mortems'],
      ['g a', 'Actions'],
      ['g s', 'Settings'],
      ['c', 'New post-mortem'],
      ['?', 'Keyboard shortcuts'],
    ],
  },
  {
    where: 'Post-mortems',
    keys: [
      ['/', 'Search'],
      ['j', 'Next row'],
      ['k', 'Row before'],
      ['enter', 'Open the row'],
      ['x', 'Remove all filters'],
    ],
  },
  {
    where: 'A post-mortem',
    keys: [
      ['e', 'Edit the section in sight'],
      ['h', 'History'],
      ['v', 'Evidence'],
    ],
  },
  {
    where: 'While one edits',
    keys: [
      ['escape', 'Done with the section'],
      ['mod+z', 'Undo what oneself did'],
      ['mod+shift+z', 'Redo'],
      ['mod+enter', 'Next row, or the next why'],
      ['mod+shift+enter', 'Another why beside'],
      ['alt+arrowup', 'Move the row up'],
      ['alt+arrowdown', 'Move the row down'],
      ['alt+shift+arrowright', 'Hang a why under the one before'],
      ['alt+shift+arrowleft', 'Hang a why beside its parent'],
      ['mod+shift+backspace', 'Remove the row'],
      ['mod+b', 'Bold'],
      ['mod+i', 'Italic'],
      ['mod+e', 'Code'],
      ['mod+k', 'Link'],
    ],
  },
];
