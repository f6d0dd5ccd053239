import type { ReactElement } from 'react';

import { setCell, type SharedRow } from '#core/shared-doc';
import { formatDuration, type TimeContext, type WrittenTime } from '#core/time';

import { Button } from '../components/index.ts';
import { useDocument } from '../document/document-context.ts';
import { sumPeriods } from '../document/sum-periods.ts';
import { useLiveRow } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';
import { LabelledCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { TimeInput } from './time-input.tsx';
import { useTimeContext } from './use-time-context.ts';
import { idOf, useRows } from './use-rows.ts';

const LIST = 'impact.periods';

/** Periods in which the impact was felt; they add up to a duration, with its formula. */
export function PeriodsEditor(): ReactElement {
  const edited = useRows(LIST);
  const context = useTimeContext();
  return (
    <div className="rows" data-path={LIST}>
      <h3 className="part__heading">Impact periods</h3>
      {edited.rows.map((row) => (
        <RowFrame key={idOf(row)} row={row} edited={edited} noun="period" className="row--fields">
          <PeriodFields row={row} context={context} />
        </RowFrame>
      ))}
      <Formula />
      <Button size="sm" icon="plus" className="rows__add" onClick={() => edited.add()}>
        Add a period
      </Button>
    </div>
  );
}

function PeriodFields({ context, row }: { readonly row: SharedRow; readonly context: TimeContext }): ReactElement {
  const session = useSessionHere();
  const { cells } = useLiveRow(row);
  const write = (key: 'from' | 'to') => (time: WrittenTime | undefined) => {
    session.change(() => setCell(row, { list: LIST, key }, time));
  };
  return (
    <>
      <LabelledCell label="From">
        <TimeInput
          label="From"
          path={`${LIST}.from`}
          value={cells['from']}
          example="14:02"
          {...{ context }}
          onWrite={write('from')}
        />
      </LabelledCell>
      <LabelledCell label="To">
        <TimeInput
          label="To"
          path={`${LIST}.to`}
          value={cells['to']}
          example="14:49, or empty while unknown"
          {...{ context }}
          onWrite={write('to')}
        />
      </LabelledCell>
    </>
  );
}

function Formula(): ReactElement | null {
  const { record } = useDocument();
  const { parts, total } = sumPeriods(record.impact?.periods ?? []);
  if (parts.length === 0) return null;
  if (total === undefined) return <p className="formula">The duration is not known while a period has no end.</p>;
  const terms = parts.map((part) => formatDuration(part ?? 0)).join(' + ');
  return (
    <p className="formula">
      {parts.length === 1 ? `Duration: ${terms}` : `Duration: ${terms} = ${formatDuration(total)}`}
    </p>
  );
}
