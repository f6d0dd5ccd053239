import { Tabs as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode; readonly content: ReactNode }[];
}

/** Several panels of which one shows. */
export function Tabs<Id extends string>({ label, value, onChange, tabs }: TabsProps<Id>): ReactElement {
  return (
    <Primitive.Root className="tabs" value={value} onValueChange={(next) => onChange(next as Id)}>
      <Primitive.List className="tabs__list" aria-label={label}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.id} value={tab.id} className="tabs__tab">
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} value={tab.id} className="tabs__panel">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
