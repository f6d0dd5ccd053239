// People with documents open, in a process of their own; told by messages what to do. See live.ts.
import { setTimeout as wait } from 'node:timers/promises';

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';

import { textAt } from '#core/shared-doc';

import type { Opening, Typed, TypistsTask } from './typists.ts';

const KEYS_PER_SECOND = 5;
/** Every so many keys a stamp with the time is written instead of a letter. */
const STAMP_EVERY = 5;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx';
const STAMP = /\{(\d+)\}/gu;

interface Editor {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly letter: string;
  close(): void;
}

/** Documents are kept, so that the same ones can be opened on another server. */
const documents = new Map<string, Y.Doc>();
let editors: Editor[] = [];
let delays: number[] = [];

/** Microseconds of a clock that all processes of this machine share. */
const now = (): number => Number(process.hrtime.bigint() / 1000n);

function openOne({ url, name, cookie, person, key }: Opening): Editor {
  class SignedInSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie } });
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: SignedInSocket });
  const known = documents.get(key);
  const provider = new HocuspocusProvider({ websocketProvider: socket, name, ...(known && { document: known }) });
  documents.set(key, provider.document);
  provider.attach();
  textAt(provider.document, 'summary.text').observe(({ delta }, { local }) => {
    if (local) return;
    const arrived = now();
    for (const { insert } of delta)
      if (typeof insert === 'string')
        for (const [, at] of insert.matchAll(STAMP)) delays.push((arrived - Number(at)) / 1000);
  });
  const leave = (): void => {
    provider.destroy();
    socket.destroy();
  };
  return { doc: provider.document, provider, letter: LETTERS[person % LETTERS.length]!, close: leave };
}

/** Opens a few at a time, as people come. */
async function open(openings: readonly Opening[]): Promise<void> {
  for (let start = 0; start < openings.length; start += 10) {
    const opened = openings.slice(start, start + 10).map(openOne);
    editors.push(...opened);
    const deadline = Date.now() + 60_000;
    while (!opened.every(({ provider }) => provider.isSynced)) {
      if (Date.now() > deadline) throw new Error('A document does not open.');
      await wait(5);
    }
  }
}

async function typeOne({ doc, letter }: Editor, until: number): Promise<{ letters: number; stamps: number }> {
  const text = textAt(doc, 'summary.text');
  const typed = { letters: 0, stamps: 0 };
  await wait(Math.random() * (1000 / KEYS_PER_SECOND));
  for (let key = 1; now() < until; key += 1) {
    const isStamp = key % STAMP_EVERY === 0;
    typed[isStamp ? 'stamps' : 'letters'] += 1;
    text.insert(text.length, isStamp ? `{${now()}}` : letter);
    await wait((0.5 + Math.random()) * (1000 / KEYS_PER_SECOND));
  }
  return typed;
}

async function type(seconds: number): Promise<Typed> {
  delays = [];
  const until = now() + seconds * 1_000_000;
  const typed = await Promise.all(editors.map((editor) => typeOne(editor, until)));
  const deadline = Date.now() + 30_000;
  const isCalm = (): boolean => editors.every(({ provider }) => provider.unsyncedChanges === 0);
  while (!isCalm() && Date.now() < deadline) await wait(20);
  await wait(1000);
  return {
    letters: Object.fromEntries(editors.map(({ letter }, index) => [letter, typed[index]!.letters])),
    stamps: typed.reduce((sum, { stamps }) => sum + stamps, 0),
    texts: [...new Set(editors.map(({ doc }) => textAt(doc, 'summary.text').toJSON()))],
    delays,
  };
}

function close(): void {
  for (const editor of editors) editor.close();
  editors = [];
}

async function run(task: TypistsTask): Promise<unknown> {
  if (task.do === 'open') return open(task.openings);
  if (task.do === 'type') return type(task.seconds);
  close();
  if (task.forget) documents.clear();
  return undefined;
}

process.on('message', (task: TypistsTask) => {
  run(task).then(
    (answer) => process.send?.({ answer: answer ?? null }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
