import { type ComponentProps, type KeyboardEvent, type ReactElement, useState } from 'react';

import { TextInput } from '../components/index.ts';
import { useLiveValue } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';

interface DraftInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onInput'> {
  /** The value as the document has it. */
  readonly value: string;
  /** Called with every keystroke, without white space around; undefined where nothing is left. */
  readonly onWrite: (text: string | undefined) => void;
}

/** A line that is written as one types. What others write there, or undo, shows at once. */
export function DraftInput({ onWrite, value, ...rest }: DraftInputProps): ReactElement {
  // Holds the white space at the ends, which one types on the way to the next word and which the document never has.
  const [draft, setDraft] = useState('');
  return (
    <TextInput
      {...rest}
      value={draft.trim() === value ? draft : value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        onWrite(text.trim() === '' ? undefined : text.trim());
      }}
      onBlur={(event) => {
        setDraft('');
        rest.onBlur?.(event);
      }}
    />
  );
}

interface LineFieldProps {
  readonly path: string;
  readonly label: string;
  readonly example?: string | undefined;
  /** Id of a list of proposals. */
  readonly list?: string;
}

/** A single-line field of the record. */
export function LineField({ example, label, list, path }: LineFieldProps): ReactElement {
  const session = useSessionHere();
  const [value, write] = useLiveValue(session, path);
  return (
    <label className="line-field" data-path={path}>
      <span className="line-field__label">{label}</span>
      <DraftInput
        value={typeof value === 'string' ? value : ''}
        placeholder={example ?? ''}
        list={list}
        onWrite={write}
        onBlur={() => session.closeStep()}
        onKeyDown={leaveWithEnter}
      />
    </label>
  );
}

/** Enter goes on to the next field, as Tab does. */
export function leaveWithEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const fields = [
    ...document.querySelectorAll<HTMLElement>('.section__editor :is(input, select, .cm-content, textarea)'),
  ];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}
