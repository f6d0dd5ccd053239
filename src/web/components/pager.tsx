import type { ReactElement } from 'react';

import { Button } from './button.tsx';

interface PagerProps {
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The end of a list that goes on: more by a press, for those who do not scroll. */
export function Pager({ hasMore, loading, onMore }: PagerProps): ReactElement | null {
  if (!hasMore) return null;
  return (
    <div className="pager">
      <Button variant="quiet" busy={loading} onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}
