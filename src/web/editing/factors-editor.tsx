import { type ReactElement, useId } from 'react';

import type { SharedRow } from '#core/shared-doc';

import { Button } from '../components/index.ts';
import { useLiveRow } from '../editor/use-live.ts';
import { ActionPicker } from './action-picker.tsx';
import { FACTOR_CATEGORIES, FACTOR_SEVERITIES } from './proposals.data.ts';
import { Proposals } from './proposals.tsx';
import { FoldedFields } from './folded-fields.tsx';
import { LabelledCell, LineCell, TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { type EditedRows, idOf, useRows } from './use-rows.ts';

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
        <FactorRow key={idOf(row)} row={row} number={index + 1} edited={edited} ids={ids} />
      ))}
      <Button size="sm" icon="plus" className="rows__add" onClick={() => edited.add()}>
        Add a factor
      </Button>
    </div>
  );
}

interface FactorRowProps {
  readonly row: SharedRow;
  readonly number: number;
  readonly edited: EditedRows;
  readonly ids: string;
}

function FactorRow({ edited, ids, number, row }: FactorRowProps): ReactElement {
  const { cells } = useLiveRow(row);
  const place = { list: LIST, row };
  const filled = ['evidence', 'actionRequired', 'details'].some((key) => cells[key] !== undefined);
  return (
    <RowFrame row={row} edited={edited} noun="factor">
      <TextCell
        {...place}
        cell="text"
        label={`Factor ${String(number)}`}
        example="What made it possible, or worse"
        onSubmit={() => edited.add({}, row)}
      />
      <div className="row__fields">
        <LabelledCell label="Category">
          <LineCell {...place} cell="category" label="Category" proposals={`${ids}-category`} />
        </LabelledCell>
        <LabelledCell label="Severity">
          <LineCell {...place} cell="severity" label="Severity" proposals={`${ids}-severity`} />
        </LabelledCell>
        <LabelledCell label="Answered by">
          <ActionPicker {...place} cell="answeredBy" label="Answered by" example="A1, or the accepted risk" />
        </LabelledCell>
      </div>
      <FoldedFields label="Evidence, action required, details" filled={filled}>
        <LabelledCell label="Evidence">
          <LineCell {...place} cell="evidence" label="Evidence" example="E2:117" />
        </LabelledCell>
        <LabelledCell label="Action required">
          <LineCell {...place} cell="actionRequired" label="Action required" />
        </LabelledCell>
        <LabelledCell label="Details">
          <TextCell {...place} cell="details" label="Details" />
        </LabelledCell>
      </FoldedFields>
    </RowFrame>
  );
}
