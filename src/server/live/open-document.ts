import { randomUUID } from 'node:crypto';

import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';

import { Refusal } from '#core/errors';
import { applyToSharedDoc, type LiveMessage, type SharedContent } from '#core/shared-doc';

import { type ContentToSave, contentToSave } from './content-to-save.ts';
import { keptDoc } from './kept-doc.ts';
import type { LivePorts, LiveSettings, LiveTarget, StoredPostmortem } from './live-ports.ts';
import { isConflict, isMissing } from './refusal-kinds.ts';
import { type SaveSchedule, saveSchedule } from './save-schedule.ts';

/** Who makes a change that does not come through an editor. */
export interface ChangeAuthor {
  readonly userId?: string;
  readonly via: 'web' | 'api';
}

/** What an open document works with. */
export interface OpenDocumentParts {
  readonly target: LiveTarget;
  readonly document: Document;
  readonly stored: StoredPostmortem;
  readonly ports: LivePorts;
  readonly settings: LiveSettings;
  /** Id of the user behind the origin of a change; undefined for changes of the server. */
  readonly authorOf: (origin: unknown) => string | undefined;
  /** Called when everything is stored. */
  readonly onIdle: () => void;
  /** Called when the post-mortem turns out to be gone. */
  readonly onGone: () => void;
}

/** How often storing is tried at once when somebody else stores in between. */
const MOST_CONFLICTS = 5;
/** Origin of what the server writes into a document itself. */
const SERVER_ORIGIN = { source: 'local', skipStoreHooks: true } as const;
/** As much of the findings as editors are told. */
const MOST_FINDINGS = 20;

/** A document that somebody has open, and everything about storing it. One task at a time. */
export class OpenDocument {
  readonly target: LiveTarget;
  readonly document: Document;
  private readonly parts: OpenDocumentParts;
  private readonly schedule: SaveSchedule;
  private stored: SharedContent & { readonly revision: number };
  private findings: ContentToSave['findings'] = [];
  private authors = new Set<string>();
  private version = 0;
  private storedVersion = 0;
  private tasks = 0;
  private lastTask: Promise<unknown> = Promise.resolve();
  private failure: LiveMessage | undefined;

  constructor(parts: OpenDocumentParts) {
    this.parts = parts;
    this.target = parts.target;
    this.document = parts.document;
    const { record, rows, revision } = parts.stored;
    this.stored = { record, rows, revision };
    this.schedule = saveSchedule({
      settings: parts.settings,
      store: () => this.inTurn(() => this.store()),
      onFailure: (error, retryMs) => {
        this.tellFailure(error, retryMs);
      },
    });
    this.document.on('update', this.onUpdate);
  }

  /** True while something is not stored yet. */
  get isUnsaved(): boolean {
    return this.version !== this.storedVersion;
  }

  /** True while something is not stored yet, or a task is under way. */
  get isBusy(): boolean {
    return this.isUnsaved || this.tasks > 0;
  }

  /** True while the last attempt to store failed. */
  get isFailing(): boolean {
    return this.schedule.isFailing();
  }

  /** Stores what is not stored yet. Throws what storing throws; it is tried again later then. */
  save(): Promise<void> {
    return this.schedule.run();
  }

  /** As `Live.applyToOpen`: first stores what editors changed, then the change, then shows it to editors. */
  apply(change: (content: SharedContent) => SharedContent, by: ChangeAuthor): Promise<{ readonly revision: number }> {
    return this.inTurn(async () => {
      for (let conflicts = 0; ; conflicts += 1) {
        try {
          await this.store();
          return { revision: await this.storeChange(change, by) };
        } catch (error) {
          if (!isConflict(error) || conflicts >= MOST_CONFLICTS) throw error;
          await this.mergeStored();
        }
      }
    });
  }

  /** Takes in a revision that somebody else stored. */
  takeIn(revision: number): Promise<void> {
    return this.inTurn(async () => {
      if (revision <= this.stored.revision) return;
      await this.mergeStored();
      await this.store();
    });
  }

  /** What an editor that has just connected should know. */
  greeting(): LiveMessage {
    return this.failure ?? this.savedMessage(Y.encodeStateVector(this.document));
  }

  /** Tells everybody who has it open. */
  tell(message: LiveMessage): void {
    this.document.broadcastStateless(JSON.stringify(message));
  }

  /** Ends timers and listening. */
  dispose(): void {
    this.schedule.stop();
    this.document.off('update', this.onUpdate);
  }

  private readonly onUpdate = (_update: Uint8Array, origin: unknown): void => {
    this.version += 1;
    const author = this.parts.authorOf(origin);
    if (author !== undefined) this.authors.add(author);
    this.schedule.changed();
  };

  /** Runs tasks one after the other; a failed one does not keep the next from running. */
  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    this.tasks += 1;
    const done = this.lastTask.then(task).finally(() => {
      this.tasks -= 1;
      if (!this.isBusy) this.parts.onIdle();
    });
    this.lastTask = done.catch(() => undefined);
    return done;
  }

  private async store(): Promise<void> {
    for (let conflicts = 0; this.isUnsaved; conflicts += 1) {
      const authors = this.authors;
      this.authors = new Set();
      try {
        await this.storeOnce([...authors]);
        return;
      } catch (error) {
        this.authors = this.authors.union(authors);
        if (isMissing(error)) {
          this.giveUp();
          return;
        }
        if (!isConflict(error) || conflicts >= MOST_CONFLICTS) throw error;
        await this.mergeStored();
      }
    }
  }

  private async storeOnce(authors: readonly string[]): Promise<void> {
    const content = contentToSave(this.document, this.stored);
    const version = this.version;
    const state = Y.encodeStateAsUpdate(this.document);
    const stateVector = Y.encodeStateVector(this.document);
    const revision = await this.persist(content, { state, authors, via: 'web' });
    this.wasStored({ ...content, revision }, version);
    this.tell(this.savedMessage(stateVector));
  }

  private async storeChange(change: (content: SharedContent) => SharedContent, by: ChangeAuthor): Promise<number> {
    const { record, rows } = contentToSave(this.document, this.stored);
    const next = change({ record, rows });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.document));
    applyToSharedDoc(copy, next, { newId: newRowId, origin: 'change' });
    const content = contentToSave(copy, this.stored, next.record);
    const state = Y.encodeStateAsUpdate(copy);
    const authors = by.userId === undefined ? [] : [by.userId];
    const revision = await this.persist(content, { state, authors, via: by.via });
    const wasStored = !this.isUnsaved;
    // Stored, so it may be seen; what editors did in the meantime is merged with it.
    Y.applyUpdate(this.document, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(this.document)), SERVER_ORIGIN);
    this.wasStored({ ...content, revision }, wasStored ? this.version : this.storedVersion);
    this.tell(this.savedMessage(Y.encodeStateVector(copy)));
    return revision;
  }

  private async persist(
    { record, rows, isStored }: ContentToSave,
    save: { readonly state: Uint8Array; readonly authors: readonly string[]; readonly via: 'web' | 'api' },
  ): Promise<number> {
    const { ports, target } = this.parts;
    const expectedRevision = this.stored.revision;
    const start = performance.now();
    const count = (result: 'saved' | 'conflict' | 'failed'): void => {
      ports.metrics.saved(result, (performance.now() - start) / 1000);
    };
    try {
      if (isStored) await ports.keepState(target, { state: save.state, revision: expectedRevision });
      const { revision } = isStored
        ? { revision: expectedRevision }
        : await ports.save(target, { record, rows, ...save, expectedRevision });
      count('saved');
      return revision;
    } catch (error) {
      count(isConflict(error) ? 'conflict' : 'failed');
      throw error;
    }
  }

  private wasStored(stored: ContentToSave & { readonly revision: number }, version: number): void {
    const { record, rows, revision, findings } = stored;
    this.stored = { record, rows, revision };
    this.findings = findings.slice(0, MOST_FINDINGS);
    this.storedVersion = version;
    this.failure = undefined;
  }

  /** Merges what somebody else stored meanwhile: their changes to what is stored, into what editors have. */
  private async mergeStored(): Promise<void> {
    const { ports, target } = this.parts;
    const { state, stored } = await keptDoc(ports, target);
    Y.applyUpdate(this.document, state, SERVER_ORIGIN);
    const { record, rows, revision } = stored;
    this.stored = { record, rows, revision };
    ports.log.info({ ...target, revision }, 'A shared document was merged with a revision that came another way.');
  }

  private giveUp(): void {
    const { ports, target, onGone } = this.parts;
    ports.log.warn({ ...target }, 'A post-mortem was deleted while it was open; later edits were not stored.');
    this.storedVersion = this.version;
    onGone();
  }

  private savedMessage(stateVector: Uint8Array): LiveMessage {
    return {
      type: 'saved',
      revision: this.stored.revision,
      stateVector: Buffer.from(stateVector).toString('base64'),
      clean: !this.isUnsaved,
      findings: this.findings,
    };
  }

  private tellFailure(error: unknown, retryMs: number): void {
    const { ports, target } = this.parts;
    ports.log.error({ ...target, error, retryMs }, 'A shared document could not be stored; it stays in memory.');
    const reason = error instanceof Refusal ? error.message : 'The server could not store it; its log says why.';
    this.failure = { type: 'save-failed', reason, retryInSeconds: retryMs / 1000 };
    this.tell(this.failure);
  }
}

/** Id of a row that comes from outside an editor. */
function newRowId(): string {
  return randomUUID().slice(0, 18);
}
