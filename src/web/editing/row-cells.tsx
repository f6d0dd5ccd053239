import { type ReactElement, type ReactNode, useMemo } from 'react';

import { cellText, setCell, type SharedRow } from '#core/shared-doc';

import { Select } from '../components/index.ts';
import { TextEditor } from '../editor/text-editor.tsx';
import { useLiveRow } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';
import { DraftInput, leaveWithEnter } from './line-field.tsx';

interface CellProps {
  readonly list: string;
  readonly row: SharedRow;
  readonly cell: string;
  readonly label: string;
  readonly example?: string | undefined;
}

interface LineCellProps extends CellProps {
  /** Id of a list of proposals. */
  readonly proposals?: string;
}

/** A single-line cell of a row. */
export function LineCell({ cell, example, label, list, proposals, row }: LineCellProps): ReactElement {
  const session = useSessionHere();
  const value = useLiveRow(row).cells[cell];
  return (
    <DraftInput
      aria-label={label}
      list={proposals}
      data-path={`${list}.${cell}`}
      placeholder={example ?? ''}
      value={typeof value === 'string' ? value : ''}
      onWrite={(text) => session.change(() => setCell(row, { list, key: cell }, text))}
      onBlur={() => session.closeStep()}
      onKeyDown={leaveWithEnter}
    />
  );
}

interface TextCellProps extends CellProps {
  readonly onSubmit?: (() => void) | undefined;
}

/** A Markdown cell of a row. */
export function TextCell({ cell, example, label, list, onSubmit, row }: TextCellProps): ReactElement {
  const session = useSessionHere();
  const text = useMemo(() => cellText(row, { list, key: cell }), [row, list, cell]);
  return (
    <TextEditor
      compact
      session={session}
      text={text}
      label={label}
      prompt={example ?? ''}
      path={`${list}.${cell}`}
      onSubmit={onSubmit}
    />
  );
}

interface ChoiceCellProps extends CellProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What stands there while nothing is chosen; absent where something has to be. */
  readonly none?: string;
}

/** A cell that takes one of several values. */
export function ChoiceCell({ cell, choices, label, list, none, row }: ChoiceCellProps): ReactElement {
  const session = useSessionHere();
  const value = useLiveRow(row).cells[cell];
  return (
    <Select
      aria-label={label}
      data-path={`${list}.${cell}`}
      value={typeof value === 'string' ? value : ''}
      options={choices}
      none={none ?? 'Choose'}
      onChange={(event) => {
        const next = event.currentTarget.value;
        session.change(() => setCell(row, { list, key: cell }, next === '' ? undefined : next));
      }}
    />
  );
}

/** A cell with its label above it. */
export function LabelledCell({
  children,
  label,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="labelled-cell">
      <span className="line-field__label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
