import type { ReactElement } from 'react';

import { readRow } from '#core/shared-doc';

import { Button } from '../components/index.ts';
import { LineCell, TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { idOf, useRows } from './use-rows.ts';

const COLUMNS = [
  ['wentWell', 'What went well'],
  ['wentPoorly', 'What went poorly'],
  ['lucky', 'Where we got lucky'],
] as const;

/** What went well, what went poorly and what was luck. */
export function LessonsEditor(): ReactElement {
  return (
    <div className="lessons">
      {COLUMNS.map(([list, title]) => (
        <div key={list} className={`lessons__column lessons__column--${list}`}>
          <h3 className="part__heading">{title}</h3>
          <LessonList list={list} title={title} />
        </div>
      ))}
    </div>
  );
}

function LessonList({ list, title }: { readonly list: string; readonly title: string }): ReactElement {
  const edited = useRows(list);
  return (
    <div className="rows" data-path={list}>
      {edited.rows.map((row, index) => (
        <RowFrame key={idOf(row)} row={row} edited={edited} noun="lesson">
          <TextCell
            list={list}
            row={row}
            cell="text"
            label={`${title}, ${String(index + 1)}`}
            onSubmit={() => edited.add({}, row)}
          />
          {readRow(row).cells['category'] !== undefined && (
            <LineCell list={list} row={row} cell="category" label="Category" example="Category" />
          )}
        </RowFrame>
      ))}
      <Button size="sm" icon="plus" className="rows__add" onClick={() => edited.add()}>
        Add
      </Button>
    </div>
  );
}
