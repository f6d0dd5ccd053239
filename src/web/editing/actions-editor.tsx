import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';

import type { SharedRow } from '#core/shared-doc';

import { queries } from '../api/index.ts';
import { Button, IconButton } from '../components/index.ts';
import { useLiveRow } from '../editor/use-live.ts';
import { HORIZON_LABELS } from '../outline/horizon-labels.data.ts';
import { ACTION_CATEGORIES, ACTION_PRIORITIES, ACTION_STATUSES } from './proposals.data.ts';
import { Proposals } from './proposals.tsx';
import { ChoiceCell, LabelledCell, LineCell, TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { type EditedRows, idOf, useRows } from './use-rows.ts';

const LIST = 'actions';
const HORIZONS = Object.entries(HORIZON_LABELS).map(([value, label]) => ({ value, label }));
const MORE = ['criterion', 'details', 'answers', 'horizon', 'group', 'category'] as const;

/** Actions as a table: one line each, the rest unfolds. Ctrl+Enter adds the next one. */
export function ActionsEditor(): ReactElement {
  const edited = useRows(LIST);
  const ids = useId();
  const people = useQuery(queries.people());
  return (
    <div className="rows" data-path={LIST}>
      <Proposals id={`${ids}-owner`} values={people.data?.items.map(({ name }) => name) ?? []} />
      <Proposals id={`${ids}-status`} values={ACTION_STATUSES} />
      <Proposals id={`${ids}-priority`} values={ACTION_PRIORITIES} />
      <Proposals id={`${ids}-category`} values={ACTION_CATEGORIES} />
      {edited.rows.map((row) => (
        <ActionRow key={idOf(row)} row={row} edited={edited} ids={ids} />
      ))}
      <Button size="sm" icon="plus" className="rows__add" onClick={() => edited.add({ status: 'Open' })}>
        Add an action
      </Button>
    </div>
  );
}

interface ActionRowProps {
  readonly row: SharedRow;
  readonly edited: EditedRows;
  readonly ids: string;
}

function ActionRow({ edited, ids, row }: ActionRowProps): ReactElement {
  const { cells } = useLiveRow(row);
  const [unfolded, setUnfolded] = useState(false);
  const more = MORE.filter((key) => cells[key] !== undefined).length;
  const place = { list: LIST, row };
  return (
    <RowFrame
      row={row}
      edited={edited}
      noun="action"
      tools={
        <IconButton
          icon={unfolded ? 'chevron-up' : 'more'}
          size="sm"
          label={unfolded ? 'Fewer fields' : `More fields${more === 0 ? '' : `, ${String(more)} filled`}`}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        />
      }
    >
      <div className="action-fields">
        <LineCell {...place} cell="id" label="Id" example="Id" />
        <TextCell
          {...place}
          cell="text"
          label="Action"
          example="What changes, so that one can see that it is done"
          onSubmit={() => edited.add({ status: 'Open' }, row)}
        />
        <LineCell {...place} cell="owner" label="Owner" example="Owner" proposals={`${ids}-owner`} />
        <LineCell {...place} cell="due" label="Due" example="Due" />
        <LineCell {...place} cell="priority" label="Priority" example="Priority" proposals={`${ids}-priority`} />
        <LineCell {...place} cell="status" label="Status" example="Status" proposals={`${ids}-status`} />
        <LineCell {...place} cell="ticket" label="Ticket" example="Ticket" />
      </div>
      {unfolded && <MoreFields row={row} ids={ids} />}
    </RowFrame>
  );
}

function MoreFields({ ids, row }: { readonly row: SharedRow; readonly ids: string }): ReactElement {
  const place = { list: LIST, row };
  return (
    <div className="row__fields">
      <LabelledCell label="Worked when">
        <TextCell {...place} cell="criterion" label="Worked when" example="How one will see that it worked" />
      </LabelledCell>
      <LabelledCell label="Category">
        <LineCell {...place} cell="category" label="Category" proposals={`${ids}-category`} />
      </LabelledCell>
      <LabelledCell label="Time limit">
        <ChoiceCell {...place} cell="horizon" label="Time limit" choices={HORIZONS} none="None" />
      </LabelledCell>
      <LabelledCell label="Group">
        <LineCell {...place} cell="group" label="Group" example="Heading to stand under" />
      </LabelledCell>
      <LabelledCell label="Answers">
        <LineCell {...place} cell="answers" label="Answers" example="The factor it answers" />
      </LabelledCell>
      <LabelledCell label="Details">
        <TextCell {...place} cell="details" label="Details" />
      </LabelledCell>
    </div>
  );
}
