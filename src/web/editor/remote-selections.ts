import { Annotation, type Extension, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import * as Y from 'yjs';

import type { LiveSession } from './live-session.ts';

const others = Annotation.define<true>();

/** Shows where others are in this text, and tells them where this person is. */
export function remoteSelections(session: LiveSession, text: Y.Text): Extension {
  return ViewPlugin.define((view) => new RemoteSelections(view, session, text), {
    decorations: (plugin) => plugin.decorations,
  });
}

interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

class RemoteSelections {
  decorations: DecorationSet = Decoration.none;
  private readonly session: LiveSession;
  private readonly text: Y.Text;
  private readonly onChange: (change: {
    readonly added: number[];
    readonly updated: number[];
    readonly removed: number[];
  }) => void;
  private told = false;

  constructor(view: EditorView, session: LiveSession, text: Y.Text) {
    this.session = session;
    this.text = text;
    const own = session.awareness.clientID;
    this.onChange = ({ added, removed, updated }) => {
      if ([...added, ...updated, ...removed].every((client) => client === own)) return;
      // Awareness may change while the view updates; it takes no second update then.
      queueMicrotask(() => {
        if (view.dom.isConnected) view.dispatch({ annotations: others.of(true) });
      });
    };
    session.awareness.on('change', this.onChange);
    this.decorations = this.draw();
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.focusChanged || update.docChanged) this.tell(update.view);
    if (update.docChanged || update.transactions.some((transaction) => transaction.annotation(others) === true))
      this.decorations = this.draw();
  }

  destroy(): void {
    this.session.awareness.off('change', this.onChange);
    if (this.told) this.session.awareness.setLocalStateField('cursor', null);
  }

  private tell(view: EditorView): void {
    const { awareness } = this.session;
    if (!view.hasFocus) {
      if (this.told) awareness.setLocalStateField('cursor', null);
      this.told = false;
      return;
    }
    const { anchor, head } = view.state.selection.main;
    const place = (index: number): unknown =>
      Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.text, index));
    awareness.setLocalStateField('cursor', { anchor: place(anchor), head: place(head) });
    this.told = true;
  }

  private draw(): DecorationSet {
    const { awareness } = this.session;
    const marks: Range<Decoration>[] = [];
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const { cursor, user } = state as { cursor?: Cursor | null; user?: { name?: string; color?: string } };
      const head = this.indexOf(cursor?.head);
      const anchor = this.indexOf(cursor?.anchor);
      if (head === undefined || anchor === undefined) continue;
      const name = user?.name ?? 'Somebody';
      const colour = /^#[\da-f]{6}$/iu.test(String(user?.color)) ? String(user?.color) : '#6b6f76';
      if (anchor !== head)
        marks.push(
          Decoration.mark({ class: `cm-other-selection` }).range(Math.min(anchor, head), Math.max(anchor, head)),
        );
      marks.push(Decoration.widget({ widget: new Caret(name, colour), side: head > anchor ? -1 : 1 }).range(head));
    }
    return Decoration.set(marks, true);
  }

  private indexOf(json: unknown): number | undefined {
    const { doc } = this.text;
    if (typeof json !== 'object' || json === null || doc === null) return undefined;
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc);
    return place?.type === this.text ? Math.min(place.index, this.text.length) : undefined;
  }
}

class Caret extends WidgetType {
  private readonly name: string;
  private readonly colour: string;

  constructor(name: string, colour: string) {
    super();
    this.name = name;
    this.colour = colour;
  }

  override eq(other: Caret): boolean {
    return other.name === this.name && other.colour === this.colour;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'cm-other-caret';
    caret.style.setProperty('--person', this.colour);
    caret.ariaHidden = 'true';
    const flag = document.createElement('span');
    flag.className = 'cm-other-name';
    flag.textContent = this.name;
    caret.append('\u2060', flag, '\u2060');
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
