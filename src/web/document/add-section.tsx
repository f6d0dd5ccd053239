import type { ReactElement } from 'react';

import { Button, Menu, MenuItem } from '../components/index.ts';
import type { Arrangement } from '../outline/arrange-sections.ts';
import type { Place } from './document-context.ts';

interface AddSectionProps {
  readonly absent: Arrangement['absent'];
  readonly onAdd: (place: Place) => void;
}

/** Sections that the template does not ask for, for those who have something to say there. */
export function AddSection({ absent, onAdd }: AddSectionProps): ReactElement | null {
  if (absent.length === 0) return null;
  return (
    <div className="add-section no-print">
      <Menu
        trigger={
          <Button variant="quiet" icon="plus">
            Add a section
          </Button>
        }
      >
        {absent.map(({ id, title }) => (
          <MenuItem key={id} onSelect={() => onAdd(id)}>
            {title}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
