import { Command } from 'cmdk';
import { type ReactElement, useState } from 'react';

import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

interface ComboboxProps {
  /** What is chosen: `Services`. */
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly options: readonly string[];
  /** Values that are not in the list may be typed. */
  readonly open?: boolean;
}

/** Several values out of many, by typing: services, teams, tags. Not behind `index.ts`: only what is loaded later needs it. */
export function Combobox({ label, value, onChange, options, open = true }: ComboboxProps): ReactElement {
  const [typed, setTyped] = useState('');
  const toggle = (each: string): void => {
    onChange(value.includes(each) ? value.filter((other) => other !== each) : [...value, each]);
    setTyped('');
  };
  const all = [...new Set([...value, ...options])];
  const isNew = open && typed.trim() !== '' && !all.some((each) => each.toLowerCase() === typed.trim().toLowerCase());
  return (
    <div className="combobox">
      {value.map((each) => (
        <Badge key={each}>{each}</Badge>
      ))}
      <Popover
        label={label}
        trigger={
          <Button size="sm" variant="quiet" icon="plus">
            {label}
          </Button>
        }
      >
        <Command label={label} className="combobox__panel">
          <Command.Input
            className="input"
            value={typed}
            onValueChange={setTyped}
            placeholder={`Find ${label.toLowerCase()}`}
          />
          <Command.List className="combobox__list">
            {all.map((each) => (
              <Command.Item key={each} value={each} className="combobox__item" onSelect={() => toggle(each)}>
                <span className="menu__tick">{value.includes(each) && <Icon name="check" label="chosen" />}</span>{' '}
                {each}
              </Command.Item>
            ))}
            {isNew && (
              <Command.Item value={typed} className="combobox__item" onSelect={() => toggle(typed.trim())}>
                <Icon name="plus" /> Add “{typed.trim()}”
              </Command.Item>
            )}
            <Command.Empty className="combobox__empty">Nothing is called that.</Command.Empty>
          </Command.List>
        </Command>
      </Popover>
    </div>
  );
}
