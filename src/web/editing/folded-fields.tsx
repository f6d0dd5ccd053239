import { type ReactElement, type ReactNode, useState } from 'react';

import { Button } from '../components/index.ts';

interface FoldedFieldsProps {
  /** What is inside, as `evidence, details`. */
  readonly label: string;
  /** True where something is written there: then it is open from the start. */
  readonly filled: boolean;
  readonly children: ReactNode;
}

/** Fields that few rows need. */
export function FoldedFields({ children, filled, label }: FoldedFieldsProps): ReactElement {
  const [open, setOpen] = useState(filled);
  if (open) return <div className="row__fields">{children}</div>;
  return (
    <Button size="sm" variant="quiet" icon="plus" className="folded-fields" onClick={() => setOpen(true)}>
      {label}
    </Button>
  );
}
