import type { KeyboardEvent, ReactElement } from 'react';

import { readRow, type SharedRow } from '#core/shared-doc';

import { Button, IconButton } from '../components/index.ts';
import { useLiveRow } from '../editor/use-live.ts';
import { ActionPicker } from './action-picker.tsx';
import { FoldedFields } from './folded-fields.tsx';
import { LabelledCell, LineCell, TextCell } from './row-cells.tsx';
import { idOf } from './use-rows.ts';
import { useWhys, type Whys } from './use-whys.ts';

const LIST = 'whys';

/**
 * The five whys as a tree. Ctrl+Enter asks the next why below, Ctrl+Shift+Enter another one beside; Alt with the arrows
 * moves up, down, further in and out.
 */
export function WhysEditor(): ReactElement {
  const whys = useWhys();
  return (
    <div className="rows" data-path={LIST}>
      <Branch whys={whys} parent={null} depth={1} />
      <Button size="sm" icon="plus" className="rows__add" onClick={() => whys.add(null)}>
        {whys.childrenOf(null).length === 0 ? 'Ask the first why' : 'Ask another first why'}
      </Button>
    </div>
  );
}

interface BranchProps {
  readonly whys: Whys;
  readonly parent: string | null;
  readonly depth: number;
}

function Branch({ depth, parent, whys }: BranchProps): ReactElement | null {
  const rows = whys.childrenOf(parent);
  if (rows.length === 0) return null;
  return (
    <ol className={rows.length === 1 ? 'whys whys--single' : 'whys'}>
      {rows.map((row) => (
        <li key={idOf(row)}>
          <WhyFields row={row} whys={whys} depth={depth} />
          <Branch whys={whys} parent={idOf(row)} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
}

interface WhyFieldsProps {
  readonly row: SharedRow;
  readonly whys: Whys;
  readonly depth: number;
}

function WhyFields({ depth, row, whys }: WhyFieldsProps): ReactElement {
  const { cells } = useLiveRow(row);
  const place = { list: LIST, row };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed in the fields inside
    <div className="row" data-row={idOf(row)} onKeyDown={(event) => moveByKey(event, row, whys)}>
      <div className="why row__content">
        <span className="why__depth" aria-hidden="true">
          {depth}
        </span>
        <div className="row__stack">
          <TextCell
            {...place}
            cell="question"
            label={`Why ${String(depth)}`}
            example="Why …?"
            onSubmit={() => whys.add(idOf(row))}
          />
          <TextCell {...place} cell="answer" label="Answer" example="Because …" onSubmit={() => whys.add(idOf(row))} />
          <FoldedFields
            label="Evidence, actions"
            filled={cells['evidence'] !== undefined || cells['actions'] !== undefined}
          >
            <LabelledCell label="Evidence">
              <LineCell {...place} cell="evidence" label="Evidence" example="E2:117" />
            </LabelledCell>
            <LabelledCell label="Leads to">
              <ActionPicker {...place} cell="actions" label="Leads to" example="A1" />
            </LabelledCell>
          </FoldedFields>
        </div>
      </div>
      <div className="row__tools">
        <IconButton icon="plus" size="sm" label="Ask why again" onClick={() => whys.add(idOf(row))} />
        <IconButton icon="split" size="sm" label="Another why beside" onClick={() => whys.add(parentOf(row), row)} />
        <IconButton icon="chevron-up" size="sm" label="Move why up" onClick={() => whys.move(row, -1)} />
        <IconButton icon="chevron-down" size="sm" label="Move why down" onClick={() => whys.move(row, 1)} />
        <IconButton icon="chevron-left" size="sm" label="Move why out" onClick={() => whys.outdent(row)} />
        <IconButton icon="chevron-right" size="sm" label="Move why in" onClick={() => whys.indent(row)} />
        <IconButton icon="trash" size="sm" label="Remove why" onClick={() => whys.remove(row)} />
      </div>
    </div>
  );
}

function parentOf(row: SharedRow): string | null {
  const { parent } = readRow(row).cells;
  return typeof parent === 'string' ? parent : null;
}

function moveByKey(event: KeyboardEvent, row: SharedRow, whys: Whys): void {
  const done = runKey(event, row, whys);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function runKey(event: KeyboardEvent, row: SharedRow, whys: Whys): boolean {
  const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  if (command && shiftKey && key === 'Enter') whys.add(parentOf(row), row);
  else if (command && shiftKey && key === 'Backspace') whys.remove(row);
  else if (altKey && key === 'ArrowUp') whys.move(row, -1);
  else if (altKey && key === 'ArrowDown') whys.move(row, 1);
  else if (altKey && shiftKey && key === 'ArrowRight') whys.indent(row);
  else if (altKey && shiftKey && key === 'ArrowLeft') whys.outdent(row);
  else return false;
  return true;
}
