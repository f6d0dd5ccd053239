import type { ReactElement } from 'react';

import { Button } from '../components/index.ts';
import { TextCell } from './row-cells.tsx';
import { RowFrame } from './row-frame.tsx';
import { idOf, useRows } from './use-rows.ts';

interface EntriesEditorProps {
  readonly list: string;
  readonly label: string;
  readonly prompt: string;
}

/** A list of Markdown entries. Ctrl+Enter adds the next one. */
export function EntriesEditor({ label, list, prompt }: EntriesEditorProps): ReactElement {
  const edited = useRows(list);
  return (
    <div className="rows" data-path={list}>
      {edited.rows.map((row, index) => (
        <RowFrame key={idOf(row)} row={row} edited={edited} noun="entry">
          <TextCell
            list={list}
            row={row}
            cell="text"
            label={`${label}, entry ${String(index + 1)}`}
            onSubmit={() => edited.add('', row)}
          />
        </RowFrame>
      ))}
      <Button size="sm" icon="plus" className="rows__add" title={prompt} onClick={() => edited.add('')}>
        Add an entry
      </Button>
    </div>
  );
}
