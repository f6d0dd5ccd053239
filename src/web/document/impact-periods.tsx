import type { ReactElement } from 'react';

import { formatDuration, formatInZone, instantToEpoch, type WrittenTime } from '#core/time';

import { useDocument } from './document-context.ts';
import { sumPeriods } from './sum-periods.ts';
import { TableBox } from './table-box.tsx';

/** Periods in which the impact was felt, and what they add up to. */
export function ImpactPeriods(): ReactElement {
  const { record, zone } = useDocument();
  const periods = record.impact?.periods ?? [];
  const sum = sumPeriods(periods);
  return (
    <>
      <h3 className="part__heading">Impact periods</h3>
      <TableBox label="Impact periods">
        <table className="table table--document periods">
          <caption className="visually-hidden">Impact periods</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className="table__number">
                Duration
              </th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period, index) => (
              <tr key={index}>
                <td>
                  <TimeText time={period.from} zone={zone} />
                </td>
                <td>{period.to === null ? 'not known' : <TimeText time={period.to} zone={zone} />}</td>
                <td className="table__number">
                  {sum.parts[index] === undefined ? '–' : formatDuration(sum.parts[index])}
                </td>
              </tr>
            ))}
          </tbody>
          {periods.length > 1 && sum.total !== undefined && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  Together
                </th>
                <td className="table__number">{formatDuration(sum.total)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </TableBox>
    </>
  );
}

function TimeText({ time, zone }: { readonly time: WrittenTime; readonly zone: string }): ReactElement {
  const { instant, written } = time;
  if (instant === null) return <>{written}</>;
  return (
    <time dateTime={new Date(instantToEpoch(instant)).toISOString()} title={`Written as ${written}`}>
      {time.approximate && '≈ '}
      {formatInZone(instant, zone, 'date-time')}
    </time>
  );
}
