import type { ReactElement } from 'react';

import { readRow, setCell, type SharedRow } from '#core/shared-doc';

import { Button, Menu, MenuCheck } from '../components/index.ts';
import { useLiveList, useLiveRow } from '../editor/use-live.ts';
import { nameAction } from './name-action.ts';
import { useSessionHere } from './editing-context.ts';
import { LineCell } from './row-cells.tsx';
import { idOf } from './use-rows.ts';

interface ActionPickerProps {
  readonly list: string;
  readonly row: SharedRow;
  readonly cell: string;
  readonly label: string;
  readonly example: string;
}

/** A line of names of actions, with a menu that puts them there. */
export function ActionPicker({ cell, example, label, list, row }: ActionPickerProps): ReactElement {
  const session = useSessionHere();
  const actions = useLiveList(session, 'actions');
  const value = useLiveRow(row).cells[cell];
  const names = typeof value === 'string' ? value.split(/\s*,\s*/u) : [];
  const toggle = (action: SharedRow) => (): void => {
    session.change(() => {
      const name = nameAction(session.doc, action);
      const next = names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
      setCell(row, { list, key: cell }, next.length === 0 ? undefined : next.join(', '));
    });
  };
  return (
    <div className="picker">
      <LineCell {...{ cell, example, label, list, row }} />
      {actions.length > 0 && (
        <Menu align="end" trigger={<Button size="sm">Pick</Button>}>
          {actions.map((action) => {
            const { id, text } = readRow(action).cells as { readonly id?: string; readonly text?: string };
            return (
              <MenuCheck key={idOf(action)} checked={id !== undefined && names.includes(id)} onChange={toggle(action)}>
                {id} {text ?? 'Untitled action'}
              </MenuCheck>
            );
          })}
        </Menu>
      )}
    </div>
  );
}
