import type { ReactElement } from 'react';

import { useMay } from '../api.ts';
import { Button, ButtonLink, EmptyState } from '../components.ts';

interface NothingHereProps {
  /** True where filters leave nothing, false where there is nothing at all. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** A list without rows: why, and what to do. */
export function NothingHere({ filtered, onClear }: NothingHereProps): ReactElement {
  const mayCreate = useMay('postmortem.create');
  if (filtered) {
    return (
      <EmptyState title="No post-mortem is like that" actions={<Button onClick={onClear}>Remove all filters</Button>}>
        Every filter narrows the list down; several values of one filter widen it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There are no post-mortems yet"
      actions={
        mayCreate && (
          <ButtonLink to="/new" variant="primary" icon="plus">
            New post-mortem
          </ButtonLink>
        )
      }
    >
      The first one may come from the evidence of an incident, from a Markdown file, or from a template.
    </EmptyState>
  );
}
