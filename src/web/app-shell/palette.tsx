import { lazy, type ReactElement, Suspense, useState } from 'react';

import { Dialog } from '../components/index.ts';
import { closePalette, usePaletteOpen } from './palette-state.ts';

const CommandPalette = lazy(async () => {
  const { CommandPalette: component } = await import('./command-palette.tsx');
  return { default: component };
});

/** The palette while it is open. One can type at once; what it takes to find something comes meanwhile. */
export function Palette(): ReactElement | null {
  return usePaletteOpen() ? <OpenPalette /> : null;
}

function OpenPalette(): ReactElement {
  const [typed, setTyped] = useState('');
  const waiting = (
    <div className="palette">
      <input
        className="input"
        aria-label="Find or do something"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="palette__list" />
    </div>
  );
  return (
    <Dialog open onClose={closePalette} title="Find or do something">
      <Suspense fallback={waiting}>
        <CommandPalette typed={typed} onType={setTyped} />
      </Suspense>
    </Dialog>
  );
}
