import type { DragEvent } from 'react';

import type { PoolEvent } from './evidence-context.ts';
import { POOL_DRAG } from './pool-row.tsx';

/** Lets events of the pool be dropped onto something. */
export function poolDrop(add: ((events: readonly PoolEvent[]) => void) | undefined): {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
} {
  return {
    onDragOver: (event) => {
      if (add === undefined || !event.dataTransfer.types.includes(POOL_DRAG)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event) => {
      const dragged = event.dataTransfer.getData(POOL_DRAG);
      if (add === undefined || dragged === '') return;
      event.preventDefault();
      add(JSON.parse(dragged) as readonly PoolEvent[]);
    },
  };
}
