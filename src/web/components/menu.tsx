import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { useFloatContainer } from './float-container.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.data.ts';
import { Kbd } from './kbd.tsx';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
}

/** A list of things to do, behind a button. Arrow keys and first letters move in it. */
export function Menu({ trigger, children, align = 'start' }: MenuProps): ReactElement {
  const container = useFloatContainer();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal {...container}>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8} loop>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly icon?: IconName;
  /** Shortcut that does the same: `mod+k`. */
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** One thing to do. */
export function MenuItem({ children, onSelect, icon, keys, danger, disabled }: MenuItemProps): ReactElement {
  return (
    <DropdownMenu.Item
      className={classNames('menu__item', danger && 'menu__item--danger')}
      onSelect={onSelect}
      disabled={disabled ?? false}
    >
      {icon && <Icon name={icon} />}
      <span className="menu__text">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly disabled?: boolean }[];
}

/** One of several values inside of a menu. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>): ReactElement {
  const { label, value, onChange, options } = props;
  return (
    <>
      <DropdownMenu.Label className="menu__label">{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)}>
        {options.map((option) => (
          <DropdownMenu.RadioItem
            key={option.value}
            value={option.value}
            disabled={option.disabled ?? false}
            className="menu__item"
          >
            <span className="menu__tick">
              <DropdownMenu.ItemIndicator>
                <Icon name="check" />
              </DropdownMenu.ItemIndicator>
            </span>
            <span className="menu__text">{option.label}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

interface MenuCheckProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off inside of a menu, which stays open for the next one. */
export function MenuCheck({ children, checked, onChange }: MenuCheckProps): ReactElement {
  return (
    <DropdownMenu.CheckboxItem
      className="menu__item"
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="menu__tick">
        <DropdownMenu.ItemIndicator>
          <Icon name="check" />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="menu__text">{children}</span>
    </DropdownMenu.CheckboxItem>
  );
}

/** A heading above the items that follow. */
export function MenuLabel({ children }: { readonly children: ReactNode }): ReactElement {
  return <DropdownMenu.Label className="menu__label">{children}</DropdownMenu.Label>;
}

/** A line between items. */
export function MenuSeparator(): ReactElement {
  return <DropdownMenu.Separator className="menu__separator" />;
}
