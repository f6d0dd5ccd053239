import { useSyncExternalStore } from 'react';

import { hasCode, problemOf, reauthenticate } from '../api/index.ts';
import type { ChosenFile } from './chosen-file.ts';
import { type EvidenceItem, sendFile } from './send-file.ts';

/** A file on its way. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly item: EvidenceItem | undefined;
  /** Why it failed, and what to do. */
  readonly problem: { readonly detail: string; readonly help: string } | undefined;
}

const AT_ONCE = 3;
const MEGABYTE = 1024 * 1024;
/** As the contract has it. */
const MOST_BYTES = 100 * MEGABYTE;

/** Sends files a few at a time; each can be stopped, or tried again. */
export class UploadQueue {
  uploads: readonly Upload[] = [];
  private readonly files = new Map<number, ChosenFile>();
  private readonly stops = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private nextKey = 1;
  private zone: string | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly read = (): readonly Upload[] => this.uploads;

  /** Adds files; those that are there already under the same name are sent anew. */
  add(files: readonly ChosenFile[], zone?: string): void {
    this.zone = zone;
    const names = new Set(files.map(({ name }) => name));
    for (const { key, name } of this.uploads) if (names.has(name)) this.remove(key);
    this.show([...this.uploads, ...files.map((file) => this.enter(file))]);
    this.start();
  }

  /** Takes a file off the list; if it is on its way, it is stopped. */
  remove(key: number): void {
    this.stops.get(key)?.abort();
    this.files.delete(key);
    this.show(this.uploads.filter((upload) => upload.key !== key));
    this.start();
  }

  /** Stops everything that has not arrived. */
  stopAll(): void {
    for (const { key, state } of this.uploads) if (state === 'waiting' || state === 'sending') this.remove(key);
  }

  /** Takes everything off the list. */
  clear(): void {
    for (const { key } of this.uploads) this.remove(key);
  }

  retry(key: number): void {
    this.change(key, { state: 'waiting', progress: 0, problem: undefined });
    this.start();
  }

  private enter(chosen: ChosenFile): Upload {
    const key = this.nextKey++;
    this.files.set(key, chosen);
    const { name, file } = chosen;
    const common = { key, name, size: file.size, progress: 0, item: undefined } as const;
    const problem = refusalOf(chosen);
    return problem === undefined
      ? { ...common, state: 'waiting', problem: undefined }
      : { ...common, state: 'failed', problem };
  }

  private start(): void {
    const room = AT_ONCE - this.uploads.filter(({ state }) => state === 'sending').length;
    const next = this.uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room));
    for (const { key } of next) this.send(key).catch(reportError);
  }

  private async send(key: number): Promise<void> {
    const file = this.files.get(key);
    if (file === undefined) return;
    const stop = new AbortController();
    this.stops.set(key, stop);
    this.change(key, { state: 'sending' });
    try {
      const item = await this.sendSignedIn(file, stop.signal, (progress) => this.change(key, { progress }));
      this.change(key, { state: 'done', progress: 1, item });
    } catch (error) {
      if (!stop.signal.aborted) this.change(key, { state: 'failed', problem: problemOf(error) });
    }
    this.stops.delete(key);
    this.start();
  }

  /** Sends again after the person has signed in again, where the session was what was missing. */
  private async sendSignedIn(
    file: ChosenFile,
    signal: AbortSignal,
    onProgress: (part: number) => void,
  ): Promise<EvidenceItem> {
    const sending = { zone: this.zone, signal, onProgress };
    try {
      return await sendFile(file, sending);
    } catch (error) {
      if (!hasCode(error, 'sign-in-required') && !hasCode(error, 'csrf-refused')) throw error;
      await reauthenticate();
      return sendFile(file, sending);
    }
  }

  private change(key: number, change: Partial<Upload>): void {
    this.show(this.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  private show(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}

function refusalOf({ file }: ChosenFile): Upload['problem'] {
  if (file.size === 0) return { detail: 'The file is empty.', help: 'Nothing of it can be evidence; take it off.' };
  if (file.size <= MOST_BYTES) return undefined;
  return {
    detail: `The file has ${Math.ceil(file.size / MEGABYTE)} MB, and 100 MB is the most.`,
    help: 'Cut it to the hours around the incident, or split it.',
  };
}

/** The files of a queue as they are now. */
export function useUploads(queue: UploadQueue): readonly Upload[] {
  return useSyncExternalStore(queue.subscribe, queue.read);
}
