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
];
