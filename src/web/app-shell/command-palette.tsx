import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { type ReactElement, useDeferredValue } from 'react';

import { api } from '../api/index.ts';
import { Icon, Kbd, StatusBadge } from '../components/index.ts';
import { type Command as ShellCommand, useAllCommands } from './command-registry.ts';
import { closePalette } from './palette-state.ts';
import { useDebounced } from './use-debounced.ts';

interface CommandPaletteProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Finds a page, something to do, or a post-mortem, by typing. */
export function CommandPalette({ typed, onType }: CommandPaletteProps): ReactElement {
  const commands = useAllCommands().filter((command) => !command.keysOnly);
  const groups = Map.groupBy(commands, (command) => command.group ?? 'This page');
  return (
    <Command label="Find or do something" className="palette" loop>
      <Command.Input
        ref={focusAtEnd}
        className="input"
        value={typed}
        onValueChange={onType}
        placeholder="Page, action, or words from a post-mortem"
      />
      <Command.List className="palette__list">
        {[...groups].map(([group, members]) => (
          <Command.Group key={group} heading={group}>
            {members.map((command) => (
              <CommandRow key={`${command.label} ${command.keys ?? ''}`} command={command} />
            ))}
          </Command.Group>
        ))}
        <FoundPostmortems words={useDeferredValue(typed).trim()} />
        <Command.Empty className="palette__empty">Nothing matches these words.</Command.Empty>
      </Command.List>
    </Command>
  );
}

/** Goes on behind what was typed before the palette was there. */
function focusAtEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

function CommandRow({ command }: { readonly command: ShellCommand }): ReactElement {
  const { label, icon, keys, keywords, run } = command;
  const act = (): void => {
    closePalette();
    run();
  };
  return (
    <Command.Item className="palette__item" onSelect={act} keywords={[keywords ?? '']}>
      {icon ? <Icon name={icon} /> : <span className="icon" />}
      <span className="palette__text">{label}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Command.Item>
  );
}

function FoundPostmortems({ words }: { readonly words: string }): ReactElement | null {
  const asked = useDebounced(words, 120);
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['search', 'palette', asked],
    queryFn: ({ signal }) => api('search', { query: { q: asked, limit: 8 }, signal }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  if (data === undefined || words.length < 2) return null;
  const open = (id: string): void => {
    closePalette();
    navigate({ to: '/postmortems/$id', params: { id } }).catch(reportError);
  };
  return (
    // What the server found stays, whatever cmdk would make of the words.
    <Command.Group heading="Post-mortems" forceMount>
      {data.items.map(({ postmortem }) => (
        <Command.Item
          key={postmortem.id}
          value={postmortem.id}
          className="palette__item"
          onSelect={() => open(postmortem.id)}
          forceMount
        >
          <Icon name="document" />
          <span className="palette__text">{postmortem.title}</span>
          <StatusBadge status={postmortem.status} />
        </Command.Item>
      ))}
    </Command.Group>
  );
}
