import { type ChangeSpec, EditorSelection, type SelectionRange, type StateCommand } from '@codemirror/state';
import type { KeyBinding } from '@codemirror/view';

/** Puts signs around the selection, or takes them away where they are already. */
export function toggleSigns(sign: string): StateCommand {
  return ({ dispatch, state }) => {
    const change = state.changeByRange((range) => {
      const before = state.sliceDoc(Math.max(0, range.from - sign.length), range.from);
      const after = state.sliceDoc(range.to, range.to + sign.length);
      return before === sign && after === sign ? unwrap(range, sign) : wrap(range, sign);
    });
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

interface RangeChange {
  readonly range: SelectionRange;
  readonly changes: ChangeSpec;
}

function wrap({ from, to }: SelectionRange, sign: string): RangeChange {
  return {
    range: EditorSelection.range(from + sign.length, to + sign.length),
    changes: [
      { from, insert: sign },
      { from: to, insert: sign },
    ],
  };
}

function unwrap({ from, to }: SelectionRange, sign: string): RangeChange {
  return {
    range: EditorSelection.range(from - sign.length, to - sign.length),
    changes: [
      { from: from - sign.length, to: from },
      { from: to, to: to + sign.length },
    ],
  };
}

/** Makes a link of the selection and puts the cursor where its address goes; a selected address gets a text instead. */
export const insertLink: StateCommand = ({ dispatch, state }) => {
  const change = state.changeByRange(({ from, to }) => {
    const selected = state.sliceDoc(from, to);
    const isAddress = /^https?:\/\/\S+$/u.test(selected);
    const insert = isAddress ? `[](${selected})` : `[${selected}]()`;
    const cursor = isAddress ? from + 1 : from + insert.length - 1;
    return { range: EditorSelection.cursor(cursor), changes: { from, to, insert } };
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

/** Shortcuts for markup. */
export const MARKUP_KEYS: readonly KeyBinding[] = [
  { key: 'Mod-b', run: toggleSigns('**'), preventDefault: true },
  { key: 'Mod-i', run: toggleSigns('*'), preventDefault: true },
  { key: 'Mod-e', run: toggleSigns('`'), preventDefault: true },
  { key: 'Mod-k', run: insertLink, preventDefault: true, stopPropagation: true },
];
