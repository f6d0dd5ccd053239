import { showToast } from '../components/index.ts';
import type { Editing } from './editing-context.ts';
import type { RowCommand } from './row-keys.ts';
import { type CellName, chosenRows, type RowSelection, rowsBetween } from './row-selection.ts';
import {
  foldUnder,
  mergeSelected,
  placeRow,
  removeRows,
  restoreOriginal,
  shiftRow,
  splitRow,
  unfold,
} from './timeline-edits.ts';

/** What a command works on. */
export interface CommandScene extends Editing {
  readonly selection: RowSelection;
  /** Ids of the rows that can be seen, in their order. */
  readonly ids: readonly string[];
  readonly hasTime: (id: string) => boolean;
  readonly openMoments: (id: string) => void;
  readonly openAttach: (id: string) => void;
  readonly focusAdd: () => void;
}

/** Does what a key or the menu of a row says. */
export function runRowCommand(command: RowCommand, scene: CommandScene): void {
  const { focused } = scene.selection.state;
  RUN[command](scene, focused ?? scene.ids[0] ?? '');
}

const NONE: ReadonlySet<string> = new Set();

const edit =
  (cell: CellName) =>
  ({ selection }: CommandScene, id: string): void =>
    selection.set({ focused: id, cell });

const RUN: Readonly<Record<RowCommand, (scene: CommandScene, id: string) => void>> = {
  next: (scene, id) => goTo(scene, neighbour(scene, id, 1)),
  previous: (scene, id) => goTo(scene, neighbour(scene, id, -1)),
  'extend-next': (scene, id) => extendTo(scene, neighbour(scene, id, 1)),
  'extend-previous': (scene, id) => extendTo(scene, neighbour(scene, id, -1)),
  first: (scene) => goTo(scene, scene.ids[0]),
  last: (scene) => goTo(scene, scene.ids.at(-1)),
  'edit-text': edit('text'),
  'edit-time': edit('time'),
  'edit-who': edit('who'),
  'edit-notes': edit('notes'),
  moment: (scene, id) => scene.openMoments(id),
  attach: (scene, id) => scene.openAttach(id),
  add: (scene) => scene.focusAdd(),
  merge: mergeChosen,
  split: splitFocused,
  fold: foldChosen,
  unfold: (scene, id) => step(scene, () => unfold(scene.session, chosenOr(scene, id))),
  restore: (scene, id) => step(scene, () => restoreOriginal(scene.session, id)),
  delete: deleteChosen,
  select: toggleSelected,
  clear: ({ selection }) => selection.set({ selected: NONE, anchor: null, cell: null }),
  earlier: (scene, id) => shift(scene, id, -1),
  later: (scene, id) => shift(scene, id, 1),
  undo: ({ session }) => {
    session.undo.undo();
  },
  redo: ({ session }) => {
    session.undo.redo();
  },
};

function step({ session }: CommandScene, apply: () => void): void {
  session.closeStep();
  apply();
}

function neighbour({ ids }: CommandScene, id: string, by: number): string | undefined {
  return ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + by))];
}

function goTo({ focusRow, selection }: CommandScene, id: string | undefined): void {
  if (id === undefined) return;
  selection.set({ selected: NONE, anchor: id });
  focusRow(id);
}

function extendTo({ focusRow, ids, selection }: CommandScene, id: string | undefined): void {
  if (id === undefined) return;
  const anchor = selection.state.anchor ?? selection.state.focused ?? id;
  selection.set({ anchor, selected: new Set(rowsBetween(ids, anchor, id)) });
  focusRow(id);
}

function toggleSelected({ selection }: CommandScene, id: string): void {
  const selected = new Set(selection.state.selected);
  if (!selected.delete(id)) selected.add(id);
  selection.set({ selected, anchor: id });
}

function chosenOr({ selection }: CommandScene, id: string): string[] {
  const chosen = chosenRows(selection.state);
  return chosen.length === 0 ? [id] : chosen;
}

/** Rows in the order in which they stand. */
function inOrder({ ids }: CommandScene, chosen: readonly string[]): string[] {
  return chosen.toSorted((one, other) => ids.indexOf(one) - ids.indexOf(other));
}

function mergeChosen(scene: CommandScene, id: string): void {
  const chosen = inOrder(scene, chosenOr(scene, id));
  if (chosen.length < 2) {
    showToast({
      text: 'Select two or more events to merge them: Shift with the arrow keys, or the boxes before them.',
    });
    return;
  }
  step(scene, () => {
    const kept = mergeSelected(scene.session, chosen, scene.zone);
    scene.selection.set({ selected: NONE, anchor: kept ?? null });
    if (kept !== undefined) scene.focusRow(kept);
  });
  tellUndo(scene, `${chosen.length} events merged.`);
}

function splitFocused(scene: CommandScene, id: string): void {
  step(scene, () => {
    const made = splitRow(scene.session, id);
    if (made === undefined)
      showToast({
        text: 'There is nothing to split: the text is a single word. While typing, Ctrl+Enter splits at the caret.',
      });
    else scene.focusRow(made);
  });
}

function foldChosen(scene: CommandScene, id: string): void {
  const chosen = inOrder(scene, chosenOr(scene, id));
  const [first = id] = chosen;
  const parent = chosen.length > 1 ? first : neighbour(scene, id, -1);
  if (parent === undefined || parent === id) return;
  step(scene, () => foldUnder(scene.session, chosen, parent));
  scene.selection.set({ selected: NONE, anchor: parent });
  scene.focusRow(parent);
}

function deleteChosen(scene: CommandScene, id: string): void {
  const chosen = chosenOr(scene, id);
  const last = inOrder(scene, chosen).at(-1) ?? id;
  const next = scene.ids.slice(scene.ids.indexOf(last) + 1).find((each) => !chosen.includes(each));
  const before = scene.ids.slice(0, scene.ids.indexOf(last)).findLast((each) => !chosen.includes(each));
  step(scene, () => removeRows(scene.session, chosen));
  scene.selection.set({ selected: NONE, anchor: null, focused: null });
  const heir = next ?? before;
  if (heir !== undefined) scene.focusRow(heir);
  tellUndo(scene, chosen.length === 1 ? 'Event deleted.' : `${chosen.length} events deleted.`);
}

function shift(scene: CommandScene, id: string, minutes: number): void {
  if (scene.hasTime(id)) shiftRow(scene.session, id, minutes);
  else {
    const at = scene.ids.indexOf(id);
    placeRow(
      scene.session,
      id,
      scene.ids[minutes < 0 ? at - 2 : at + 1] ?? (minutes < 0 ? null : (scene.ids.at(-1) ?? null)),
    );
  }
  scene.focusRow(id);
}

function tellUndo({ session }: CommandScene, text: string): void {
  showToast({ text, action: { label: 'Undo', run: () => session.undo.undo() } });
}
