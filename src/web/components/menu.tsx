import { cloneElement, createContext, type ReactElement, type ReactNode, useContext } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.data.ts';
import { Kbd } from './kbd.tsx';
import { menuItems, moveInMenu } from './menu-keys.ts';
import { useFloat } from './use-float.ts';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<object>;
  readonly children: ReactNode;
  /** What a screen reader calls it, where the button does not say it. */
  readonly label?: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom';
}

const CloseMenu = createContext<() => void>(() => undefined);

/** A list of things to do, behind a button. Arrow keys and first letters move in it. */
export function Menu({ trigger, children, label, align = 'start', side = 'bottom' }: MenuProps): ReactElement {
  const float = useFloat({ side, align, onShown: (panel) => menuItems(panel)[0]?.focus() });
  return (
    <>
      {cloneElement(trigger, { 'aria-haspopup': 'menu', ...float.trigger } as object)}
      <div
        {...float.panel}
        className="float menu"
        role="menu"
        tabIndex={-1}
        {...(label !== undefined && { 'aria-label': label })}
        onKeyDown={(event) => moveInMenu(event, float.close)}
      >
        <CloseMenu value={float.close}>{float.open && children}</CloseMenu>
      </div>
    </>
  );
}

interface ItemProps {
  readonly kind: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox';
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean | undefined;
}

function Item({ kind, children, onSelect, checked, danger, disabled = false }: ItemProps): ReactElement {
  return (
    <button
      type="button"
      role={kind}
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      {...(checked !== undefined && { 'aria-checked': checked })}
      className={classNames('menu__item', danger && 'menu__item--danger')}
      onPointerMove={(event) => {
        if (!disabled) event.currentTarget.focus();
      }}
      onClick={disabled ? undefined : onSelect}
    >
      {children}
    </button>
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
export function MenuItem({ children, onSelect, icon, keys, danger = false, disabled }: MenuItemProps): ReactElement {
  const close = useContext(CloseMenu);
  const select = (): void => {
    close();
    onSelect();
  };
  return (
    <Item kind="menuitem" onSelect={select} danger={danger} disabled={disabled}>
      {icon && <Icon name={icon} />}
      <span className="menu__text">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Item>
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
  const close = useContext(CloseMenu);
  const group = { role: 'group', 'aria-label': label };
  return (
    <div {...group}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Item
          key={option.value}
          kind="menuitemradio"
          checked={option.value === value}
          disabled={option.disabled}
          onSelect={() => {
            close();
            onChange(option.value);
          }}
        >
          <Tick on={option.value === value} />
          <span className="menu__text">{option.label}</span>
        </Item>
      ))}
    </div>
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
    <Item kind="menuitemcheckbox" checked={checked} onSelect={() => onChange(!checked)}>
      <Tick on={checked} />
      <span className="menu__text">{children}</span>
    </Item>
  );
}

function Tick({ on }: { readonly on: boolean }): ReactElement {
  return <span className="menu__tick">{on && <Icon name="check" />}</span>;
}

/** A heading above the items that follow. */
export function MenuLabel({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="menu__label" role="presentation">
      {children}
    </div>
  );
}

/** A line between items. */
export function MenuSeparator(): ReactElement {
  return <hr className="menu__separator" />;
}
