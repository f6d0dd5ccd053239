import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

import { useFloatContainer } from './float-container.ts';
import { Kbd } from './kbd.tsx';

interface TooltipProps {
  readonly label: ReactNode;
  readonly keys?: string;
  /** Something that can have the focus. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A short explanation of what is pointed at or focused. Never the only place of something one must know. */
export function Tooltip({ label, keys, children, side = 'top' }: TooltipProps): ReactElement {
  const container = useFloatContainer();
  return (
    <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal {...container}>
          <Primitive.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
            {label} {keys !== undefined && <Kbd keys={keys} />}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
