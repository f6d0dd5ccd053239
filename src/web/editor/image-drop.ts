import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import { api } from '../api/index.ts';
import { tellProblem } from '../app-shell/index.ts';

const IMAGE = /^image\/(?:png|jpeg|gif|webp)$/u;

/** Images that are pasted or dropped into a text are attached, and stand where they were put. */
export function imageDrop(postmortemId: string): Extension {
  const take = (view: EditorView, files: readonly File[], at: number): boolean => {
    const images = files.filter((file) => IMAGE.test(file.type));
    for (const image of images) insertImage({ view, postmortemId, at }, image).catch(tellProblem);
    return images.length > 0;
  };
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      const taken = take(view, [...(event.clipboardData?.files ?? [])], view.state.selection.main.from);
      if (taken) event.preventDefault();
      return taken;
    },
    drop: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
      const taken = take(view, [...(event.dataTransfer?.files ?? [])], at);
      if (taken) event.preventDefault();
      return taken;
    },
  });
}

interface Place {
  readonly view: EditorView;
  readonly postmortemId: string;
  readonly at: number;
}

/** A mark stands for the image until it is there; what others type meanwhile does not matter to it. */
async function insertImage({ at, postmortemId, view }: Place, file: File): Promise<void> {
  const mark = `![Uploading ${file.name.replaceAll(/[[\]()\n]/gu, ' ')}…]()`;
  view.dispatch({ changes: { from: at, insert: mark } });
  const put = (text: string): void => {
    const from = view.state.doc.toString().indexOf(mark);
    if (from !== -1) view.dispatch({ changes: { from, to: from + mark.length, insert: text } });
  };
  try {
    const { markdown } = await api('uploadImage', {
      path: { postmortemId },
      query: { name: file.name },
      body: file,
    });
    put(markdown);
  } catch (error) {
    put('');
    throw error;
  }
}
