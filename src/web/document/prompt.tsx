import type { ReactElement } from 'react';

import { Icon } from '../components/index.ts';
import { useDocument } from './document-context.ts';
import type { SectionId } from '../outline/part.ts';

interface PromptProps {
  readonly section: SectionId;
  readonly path: string;
  readonly text: string;
}

/** What could stand here: an invitation to write it, for those who may. */
export function Prompt({ section, path, text }: PromptProps): ReactElement | null {
  const { edit } = useDocument();
  if (edit === undefined) return null;
  return (
    <button type="button" className="prompt no-print" onClick={() => edit(section, path)}>
      <Icon name="plus" /> {text}
    </button>
  );
}
