import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

import type { SharedRow } from '#core/shared-doc';

import { classNames, IconButton } from '../components/index.ts';
import { type EditedRows, idOf } from './use-rows.ts';

interface RowFrameProps {
  readonly row: SharedRow;
  readonly edited: EditedRows;
  /** What the row is, as `action`; for the labels of its buttons. */
  readonly noun: string;
  readonly className?: string;
  /** More that can be done with the row. */
  readonly tools?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A row of a list: Alt with the arrows moves it, Ctrl+Shift+Backspace removes it; the buttons do the same. */
export function RowFrame({ children, className, edited, noun, onKeyDown, row, tools }: RowFrameProps): ReactElement {
  const byKey = (event: KeyboardEvent): void => {
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    const done = moveByKey(event, row, edited);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed in the fields inside
    <div className={classNames('row', className)} data-row={idOf(row)} onKeyDown={byKey}>
      <div className="row__content">{children}</div>
      <div className="row__tools">
        {tools}
        <IconButton icon="chevron-up" size="sm" label={`Move ${noun} up`} onClick={() => edited.move(row, -1)} />
        <IconButton icon="chevron-down" size="sm" label={`Move ${noun} down`} onClick={() => edited.move(row, 1)} />
        <IconButton icon="trash" size="sm" label={`Remove ${noun}`} onClick={() => edited.remove(row)} />
      </div>
    </div>
  );
}

function moveByKey(event: KeyboardEvent, row: SharedRow, edited: EditedRows): boolean {
  const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
  if (altKey && !shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    edited.move(row, key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  if ((ctrlKey || metaKey) && shiftKey && key === 'Backspace') {
    edited.remove(row);
    return true;
  }
  return false;
}
