import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What a control takes over from its field. */
interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, and what to do. */
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A labelled control with its hint and its problem: `<Field label="Name">{(control) => <TextInput {...control} />}</Field>`. */
export function Field({ label, hint, problem, optional, className, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className="field__label">
        {label}
        {optional && <span className="field__optional"> optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field__hint">
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <div id={`${id}-problem`} className="field__problem" role="alert">
          <Icon name="warning" /> {problem}
        </div>
      )}
    </div>
  );
}

/** A line of text. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>): ReactElement {
  return <input type="text" {...rest} className={classNames('input', className)} />;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** Label of the empty value, where nothing need be chosen. */
  readonly none?: string;
}

/** One of several values, in the platform's own list: works with every keyboard, finger and reader. */
export function Select({ options, none, className, ...rest }: SelectProps): ReactElement {
  return (
    <span className={classNames('select', className)}>
      <select {...rest} className="input select__control">
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode;
}

/** A box to tick, with its label. */
export function Checkbox({ label, className, ...rest }: CheckboxProps): ReactElement {
  return (
    <label className={classNames('checkbox', className)}>
      <input type="checkbox" {...rest} /> <span>{label}</span>
    </label>
  );
}
