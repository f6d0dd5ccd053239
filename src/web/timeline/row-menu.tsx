import { type ReactNode, useContext } from 'react';

import { IconButton, type IconName, Menu, MenuItem, MenuSeparator } from '../components/index.ts';
import { CommandContext } from './command-context.ts';
import type { RowCommand } from './row-keys.ts';
import type { TimelineEntry } from './timeline-entry.ts';

interface Choice {
  readonly command: RowCommand;
  readonly label: string;
  readonly keys: string;
  readonly icon?: IconName;
  /** Absent: always. */
  readonly fits?: (entry: TimelineEntry) => boolean;
}

const CHOICES: readonly (readonly Choice[])[] = [
  [
    { command: 'edit-text', label: 'Edit the text', keys: 'enter', icon: 'edit' },
    { command: 'edit-time', label: 'Change the time', keys: 't', icon: 'clock' },
    { command: 'edit-who', label: 'Say who', keys: 'w', icon: 'users' },
    { command: 'edit-notes', label: 'Add notes', keys: 'n' },
    { command: 'attach', label: 'Attach evidence or an image', keys: 'l', icon: 'link' },
  ],
  [
    { command: 'earlier', label: 'A minute earlier', keys: 'alt+arrowup', fits: ({ epoch }) => epoch !== null },
    { command: 'later', label: 'A minute later', keys: 'alt+arrowdown', fits: ({ epoch }) => epoch !== null },
    { command: 'earlier', label: 'Move up', keys: 'alt+arrowup', fits: ({ epoch }) => epoch === null },
    { command: 'later', label: 'Move down', keys: 'alt+arrowdown', fits: ({ epoch }) => epoch === null },
    {
      command: 'restore',
      label: 'Restore the original',
      keys: 'r',
      icon: 'undo',
      fits: ({ meta }) => meta.original !== undefined,
    },
  ],
  [
    { command: 'split', label: 'Split in two', keys: 's', icon: 'split' },
    { command: 'merge', label: 'Merge the selected events', keys: 'g', icon: 'merge' },
    { command: 'fold', label: 'Fold under the event above', keys: 'f', icon: 'fold' },
    { command: 'unfold', label: 'Unfold', keys: 'u' },
  ],
];

/** Everything that can be done with an event, with the keys that do it. */
export function RowMenu({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const run = useContext(CommandContext);
  return (
    <Menu label="What to do with this event" align="end" trigger={<IconButton icon="more" label="More" size="sm" />}>
      {CHOICES.map((choices) => (
        <div key={choices[0]?.command} role="presentation">
          {choices
            .filter(({ fits }) => fits === undefined || fits(entry))
            .map(({ command, icon, keys, label }) => (
              <MenuItem key={label} keys={keys} {...(icon && { icon })} onSelect={() => run(command, entry.id)}>
                {label}
              </MenuItem>
            ))}
          <MenuSeparator />
        </div>
      ))}
      <MenuItem icon="trash" keys="delete" danger onSelect={() => run('delete', entry.id)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
