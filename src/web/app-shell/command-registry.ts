import { useEffect, useId, useSyncExternalStore } from 'react';

import type { IconName } from '../components/index.ts';
import { strokeOf, worksWhileTyping } from './key-strokes.ts';

/** Something that can be done now, by the palette or by its keys. */
export interface Command {
  readonly label: string;
  readonly run: () => void;
  /** `mod+k`, `e`, or one after the other: `g h`. */
  readonly keys?: string;
  readonly icon?: IconName;
  /** Heading in the palette and on the page of shortcuts; `This page` if absent. */
  readonly group?: string;
  /** Other words one may look for. */
  readonly keywords?: string;
  /** True for what only makes sense by its keys: moving a selection. */
  readonly keysOnly?: boolean;
}

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function publish(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

const faceOf = (commands: readonly Command[]): string =>
  commands.map(({ label, keys, group }) => [label, keys, group].join('\u0000')).join('\u0001');

function register(id: string, commands: readonly Command[]): void {
  const before = registered.get(id);
  registered.set(id, commands);
  if (before === undefined || faceOf(before) !== faceOf(commands)) publish();
  else all = [...registered.values()].flat();
}

/** Offers commands while the component is there. The newest one wins where two have the same keys. */
export function useCommands(commands: readonly Command[]): void {
  const id = useId();
  useEffect(() => register(id, commands));
  useEffect(
    () => () => {
      registered.delete(id);
      publish();
    },
    [id],
  );
}

interface ShortcutOptions extends Partial<Pick<Command, 'group' | 'icon' | 'keywords' | 'keysOnly'>> {
  readonly enabled?: boolean;
}

/** Binds keys while the component is there; the palette offers the same under its label. */
export function useShortcut(...[keys, label, run, options = {}]: [string, string, () => void, ShortcutOptions?]): void {
  const { enabled = true, ...rest } = options;
  useCommands(enabled ? [{ keys, label, run, ...rest }] : []);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => all);
}

const SEQUENCE_MS = 1200;
let lastStroke = { text: '', at: 0 };

/** True where letters belong to the thing that has the focus: a field, an editor, a menu, a dialog. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox],[type=radio]), textarea, select, [role=menu], [role=listbox], [role=dialog]',
    ) !== null
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog:modal') !== null) return;
  const stroke = strokeOf(event);
  const sequence = event.timeStamp - lastStroke.at < SEQUENCE_MS ? `${lastStroke.text} ${stroke}` : stroke;
  const typing = isTyping(event.target);
  const found = all.findLast(
    ({ keys }) => keys !== undefined && (keys === stroke || keys === sequence) && (!typing || worksWhileTyping(keys)),
  );
  if (!typing) lastStroke = { text: stroke, at: event.timeStamp };
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

/** Listens for the keys of all commands. Once, in the shell. */
export function useKeyListener(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
