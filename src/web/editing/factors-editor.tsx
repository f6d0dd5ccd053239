import { type ReactElement, useId } from 'react';

import { readRow, setCell, type SharedRow } from '#core/shared-doc';

import { Button, Menu, MenuCheck } from '../components/index.ts';
import { useLiveList, useLiveRow } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';
import { FACTOR_CATEGORIES, FACTOR_SEVERITIES } from './proposals.data.ts';
import { Proposals } from './proposals.tsx';
import { LabelledCell, LineCell, TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { useActionNames } from './use-action-names.ts';
import { idOf, useRows } from './use-rows.ts';

const LIST = 'factors';

/** Contributing factors, and what answers each. */
export function FactorsEditor(): ReactElement {
  const edited = useRows(LIST);
  const ids = useId();
  return (
    <div className="rows" data-path={LIST}>
      <Proposals id={`${ids}-category`} values={FACTOR_CATEGORIES} />
      <Proposals id={`${ids}-severity`} values={FACTOR_SEVERITIES} />
      {edited.rows.map((row, index) => (
        <RowFrame key={idOf(row)} row={row} edited={edited} noun="factor">
          <TextCell
            list={LIST}
            row={row}
            cell="text"
            label={`Factor ${String(index + 1)}`}
            example="What made it possible, or worse"
            onSubmit={() => edited.add({}, row)}
          />
          <div className="row__fields">
            <LabelledCell label="Category">
              <LineCell list={LIST} row={row} cell="category" label="Category" proposals={`${ids}-category`} />
            </LabelledCell>
            <LabelledCell label="Severity">
              <LineCell list={LIST} row={row} cell="severity" label="Severity" proposals={`${ids}-severity`} />
            </LabelledCell>
            <LabelledCell label="Evidence">
              <LineCell list={LIST} row={row} cell="evidence" label="Evidence" example="E2:117" />
            </LabelledCell>
            <LabelledCell label="Action required">
              <LineCell list={LIST} row={row} cell="actionRequired" label="Action required" />
            </LabelledCell>
            <LabelledCell label="Answered by">
              <AnsweredBy row={row} />
            </LabelledCell>
          </div>
          <TextCell list={LIST} row={row} cell="details" label="Details" example="Details" />
        </RowFrame>
      ))}
      <Button size="sm" icon="plus" className="rows__add" onClick={() => edited.add()}>
        Add a factor
      </Button>
    </div>
  );
}

/** Picks actions, or takes the reason for which a risk is accepted. */
function AnsweredBy({ row }: { readonly row: SharedRow }): ReactElement {
  return (
    <ActionPicker list={LIST} row={row} cell="answeredBy" label="Answered by" example="A1, or the accepted risk" />
  );
}

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
  const nameOf = useActionNames(session);
  const value = useLiveRow(row).cells[cell];
  const names = typeof value === 'string' ? value.split(/\s*,\s*/u) : [];
  const toggle = (action: SharedRow) => (): void => {
    session.change(() => {
      const name = nameOf(action);
      const next = names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
      setCell(row, { list, key: cell }, next.length === 0 ? undefined : next.join(', '));
    });
  };
  return (
    <div className="picker">
      <LineCell {...{ cell, example, label, list, row }} />
      {actions.length > 0 && (
        <Menu align="end" trigger={<Button size="sm">Pick</Button>}>
          {actions.map((action) => (
            <MenuCheck
              key={idOf(action)}
              checked={names.includes(String(readRow(action).cells['id'] ?? ''))}
              onChange={toggle(action)}
            >
              {String(readRow(action).cells['id'] ?? '')} {String(readRow(action).cells['text'] ?? 'Untitled action')}
            </MenuCheck>
          ))}
        </Menu>
      )}
    </div>
  );
}
