import { type ReactNode, useContext } from 'react';

import { Button } from '../components/index.ts';
import { CommandContext } from './command-context.ts';
import { useSelection } from './row-selection.ts';

/** What can be done with several selected rows. */
export function SelectionBar(): ReactNode {
  const count = useSelection(({ selected }) => selected.size);
  const focused = useSelection((state) => state.focused ?? [...state.selected][0] ?? '');
  const run = useContext(CommandContext);
  if (count === 0) return null;
  return (
    <div className="timeline-selection no-print" role="toolbar" aria-label="Selected events">
      <output>{count === 1 ? '1 event selected' : `${count} events selected`}</output>
      {count > 1 && (
        <Button size="sm" icon="merge" title="Merge (G)" onClick={() => run('merge', focused)}>
          Merge
        </Button>
      )}
      <Button size="sm" icon="fold" title="Fold (F)" onClick={() => run('fold', focused)}>
        {count > 1 ? 'Fold under the first' : 'Fold'}
      </Button>
      <Button size="sm" icon="trash" title="Delete (Delete)" onClick={() => run('delete', focused)}>
        Delete
      </Button>
      <Button size="sm" variant="quiet" title="Clear (Esc)" onClick={() => run('clear', focused)}>
        Clear
      </Button>
    </div>
  );
}
