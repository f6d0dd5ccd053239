import { setTimeout as wait } from 'node:timers/promises';

import { textAt } from '#core/shared-doc';

import { type Editor, openedEditor } from '../live/live-server.ts';
import type { FaultyServer } from './faulty-server.ts';

/** Opens a post-mortem in an editor as the administrator. */
export function openAsAdministrator(server: FaultyServer, id: string, document?: Editor['doc']): Promise<Editor> {
  return openedEditor(server, id, {
    user: '',
    headers: { cookie: server.headers['cookie'] ?? '' },
    documentName: `${server.workspaceId}/${id}`,
    ...(document && { document }),
  });
}

/** Types numbered words into the summary without end, and knows which of them the server told as stored. */
export class Typist {
  typed = 0;
  /** Every word up to this one is stored, as the editor was told. */
  told = 0;
  readonly editor: Editor;
  private isTyping = true;
  private readonly done: Promise<void>;

  constructor(editor: Editor) {
    this.editor = editor;
    this.done = this.type();
  }

  async stop(): Promise<void> {
    this.isTyping = false;
    await this.done;
  }

  private async type(): Promise<void> {
    const text = textAt(this.editor.doc, 'summary.text');
    while (this.isTyping) {
      this.typed += 1;
      text.insert(text.length, `${this.typed === 1 ? '' : ' '}w${this.typed}`);
      await this.think();
    }
  }

  /** Thinks now and then for longer than the server waits before it stores. */
  private async think(): Promise<void> {
    const until = performance.now() + (this.typed % 20 === 0 ? 1200 : 10);
    while (this.isTyping && performance.now() < until) {
      await wait(10);
      if (this.editor.isSaved()) this.told = this.typed;
    }
  }
}
