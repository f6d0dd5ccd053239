import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import type { ReactElement } from 'react';

import { api, type SearchHit } from '../api/index.ts';
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
  // At once: Enter right behind the last letter takes what these letters say.
  const words = typed.trim().toLowerCase();
  const commands = useAllCommands().filter((command) => !command.keysOnly && suits(command, words));
  const groups = Map.groupBy(commands, (command) => command.group ?? 'This page');
  const found = useFound(words);
  return (
    <Command label="Find or do something" className="palette" shouldFilter={false} loop>
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
        {found.items.length > 0 && <FoundPostmortems items={found.items} />}
        {!found.waiting && <Command.Empty className="palette__empty">Nothing matches these words.</Command.Empty>}
      </Command.List>
    </Command>
  );
}

/** Every word is somewhere in what the command is called. */
function suits({ label, keywords = '', group = '' }: ShellCommand, words: string): boolean {
  const text = `${label} ${keywords} ${group}`.toLowerCase();
  return words.split(/\s+/u).every((word) => text.includes(word));
}

/** Goes on behind what was typed before the palette was there. */
function focusAtEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

function CommandRow({ command }: { readonly command: ShellCommand }): ReactElement {
  const { label, icon, keys, run } = command;
  const act = (): void => {
    closePalette();
    run();
  };
  return (
    <Command.Item className="palette__item" onSelect={act}>
      {icon ? <Icon name={icon} /> : <span className="icon" />}
      <span className="palette__text">{label}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Command.Item>
  );
}

interface Found {
  readonly items: readonly SearchHit[];
  readonly waiting: boolean;
}

/** What the server finds, once two letters are there. */
function useFound(words: string): Found {
  const asked = useDebounced(words, 120);
  const { data, isFetching } = useQuery({
    queryKey: ['search', 'palette', asked],
    queryFn: ({ signal }) => api('search', { query: { q: asked, limit: 8 }, signal }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  if (words.length < 2) return { items: [], waiting: false };
  return { items: data?.items ?? [], waiting: isFetching || asked !== words };
}

function FoundPostmortems({ items }: { readonly items: readonly SearchHit[] }): ReactElement {
  const navigate = useNavigate();
  const open = (id: string): void => {
    closePalette();
    navigate({ to: '/postmortems/$id', params: { id } }).catch(reportError);
  };
  return (
    <Command.Group heading="Post-mortems">
      {items.map(({ postmortem: { id, title, status } }) => (
        <Command.Item key={id} value={id} className="palette__item" onSelect={() => open(id)}>
          <Icon name="document" />
          <span className="palette__text">{title}</span>
          <StatusBadge status={status} />
        </Command.Item>
      ))}
    </Command.Group>
  );
}
