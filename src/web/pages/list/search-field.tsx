import { type ReactElement, useEffect, useRef, useState } from 'react';

import { useShortcut } from '../app-shell.ts';
import { Icon, IconButton, Kbd } from '../components.ts';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many there are to search in. */
  readonly total: number | undefined;
}

/** Shorter than the eye notices, longer than the gap between two letters of a fast writer. */
const PAUSE_MS = 120;

/** Words to search for. The result follows while one types. */
export function SearchField({ value, onChange, total }: SearchFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    // The address was changed elsewhere: back, a link, a saved filter.
    setTold(value);
    if (value.trim() !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  useShortcut('/', 'Search post-mortems', () => input.current?.select(), { icon: 'search' });
  const count = total === undefined ? '' : ` ${total.toLocaleString('en')}`;
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        className="input search-field__input"
        aria-label="Search post-mortems"
        placeholder={`Search${count} post-mortems: words, “exact words”, -without`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('');
        }}
      />
      {typed === '' ? (
        <Kbd keys="/" />
      ) : (
        <IconButton icon="close" label="Clear" size="sm" onClick={() => setTyped('')} />
      )}
    </div>
  );
}
