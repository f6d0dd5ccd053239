import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';

import { movedPlace, textDiff } from './text-diff.ts';

interface SharedTextAreaProps {
  readonly text: Y.Text;
  readonly label: string;
  readonly placeholder?: string;
  /** Makes the shared text say what was typed. */
  readonly onWrite: (next: string) => void;
  /** Escape, Enter, or leaving. */
  readonly onDone: (how: 'enter' | 'escape' | 'leave') => void;
  /** Ctrl and Enter, at a place of the text. */
  readonly onSplit?: (place: number) => void;
  readonly onUndo: (isRedo: boolean) => void;
}

/** A field that grows with its text and shares every keystroke; what others type into it appears without moving the caret. */
export function SharedTextArea(props: SharedTextAreaProps): ReactNode {
  const { label, onDone, onSplit, onUndo, onWrite, placeholder = '', text } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const follow = (): void => {
      if (field.current !== null) sayInField(field.current, text.toJSON());
    };
    text.observe(follow);
    return () => {
      text.unobserve(follow);
    };
  }, [text]);
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    fit(area);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'z') onUndo(event.shiftKey);
    else if (event.key === 'Enter' && isCommand && onSplit !== undefined) onSplit(event.currentTarget.selectionStart);
    else if (event.key === 'Enter' && !event.shiftKey) onDone('enter');
    else if (event.key === 'Escape') onDone('escape');
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={field}
      className="timeline-field"
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      defaultValue={text.toJSON()}
      onChange={(event) => {
        fit(event.currentTarget);
        onWrite(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => onDone('leave')}
    />
  );
}

/** Shows what the shared text says now, with the caret between the same characters. */
function sayInField(area: HTMLTextAreaElement, next: string): void {
  const change = textDiff(area.value, next);
  if (change === undefined) return;
  const { selectionEnd, selectionStart } = area;
  area.value = next;
  area.setSelectionRange(movedPlace(selectionStart, change), movedPlace(selectionEnd, change));
  fit(area);
}

function fit(area: HTMLTextAreaElement): void {
  // Browsers that fit fields to their content need no help.
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}
