import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';

import { insertLink, toggleSigns } from './markup-keys.ts';

describe('shortcuts for markup', () => {
  it('puts signs around the selection and takes them away again', () => {
    const bold = run('a [word] here', toggleSigns('**'));
    expect(bold).toBe('a **[word]** here');
    expect(run(bold, toggleSigns('**'))).toBe('a [word] here');
  });

  it('puts the cursor between the signs where nothing is selected', () => {
    expect(run('a []', toggleSigns('*'))).toBe('a *[]*');
  });

  it('asks for the address of a text, and for the text of an address', () => {
    expect(run('see [the log]', insertLink)).toBe('see [the log]([])'.replace('[the log]', '\\the log/'));
    expect(run('see [https://example.com/x]', insertLink)).toBe('see \\[]/(https://example.com/x)');
  });
});

/** Runs a command on a text whose selection is marked by brackets; real brackets come out as `\` and `/`. */
function run(marked: string, command: StateCommand): string {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  let state = EditorState.create({
    doc: marked.replace('[', '').replace(']', ''),
    selection: EditorSelection.single(from, to),
  });
  command({ state, dispatch: (transaction) => (state = transaction.state) });
  const { main } = state.selection;
  const text = state.doc.toString().replaceAll('[', '\\').replaceAll(']', '/');
  return `${text.slice(0, main.from)}[${text.slice(main.from, main.to)}]${text.slice(main.to)}`;
}
