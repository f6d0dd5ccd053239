import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { refuse } from '#core/errors';

import { isRunning, processNamespace, startOf } from './process-identity.ts';

/** The right of one process to a data directory. */
export interface DataLock {
  readonly release: () => Promise<void>;
}

/** What the lock file says about its holder. */
interface Holder {
  readonly pid: number;
  readonly started?: string | undefined;
  readonly namespace: string;
  readonly host: string;
}

/** A holder touches its lock this often, in milliseconds. */
const HEARTBEAT = 2000;

/** A holder whose process we cannot see, and which did not touch its lock for this long, has ended. */
const SILENCE = 7000;

/** Directories held by this process, for systems that do not say when a process was started. */
const held = new Set<string>();

/**
 * Takes the directory for this process. Refuses while another one has it, naming that one; the lock of a process that has
 * ended is taken over.
 */
export async function lockData(directory: string): Promise<DataLock> {
  const path = join(directory, 'nevertwice.lock');
  const me: Holder = {
    pid: process.pid,
    started: await startOf(process.pid),
    namespace: processNamespace(),
    host: hostname(),
  };
  const content = `${JSON.stringify(me)}\n`;
  while (!(await create(path, content))) {
    const found = await readFinished(path);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (holder !== undefined && (await isAlive(holder, path))) {
      refuse('data-directory-held', { path: directory, holder: describeHolder(holder, me) });
    }
    await removeStale(path, found);
  }
  held.add(path);
  const beat = setInterval(() => {
    utimes(path, new Date(), new Date()).catch(() => {});
  }, HEARTBEAT);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      held.delete(path);
      if ((await readContent(path)) === content) await rm(path, { force: true });
    },
  };
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Made but not written, on a full disk.
    await rm(path, { force: true });
    throw error;
  }
}

async function readContent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the lock says; `undefined` where there is none any more. */
async function readFinished(path: string): Promise<string | undefined> {
  for (let patience = 20; ; patience -= 1) {
    const content = await readContent(path);
    // Just made and not written yet, or its maker ended in between.
    if (content === undefined || content.endsWith('\n') || patience === 0) return content;
    await wait(50);
  }
}

/** Nobody holds a lock that was not finished, or that is not one. */
function parseHolder(content: string): Holder | undefined {
  try {
    const found = JSON.parse(content) as Partial<Holder> | null;
    return typeof found?.pid === 'number' ? (found as Holder) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.namespace !== processNamespace()) return isTouched(holder, path);
  if (!isRunning(holder.pid)) return false;
  const started = await startOf(holder.pid);
  if (started === undefined) return holder.pid !== process.pid || held.has(path);
  return started === holder.started;
}

/** Another machine, another container, or this machine before it was restarted. */
async function isTouched(holder: Holder, path: string): Promise<boolean> {
  const before = await touchedAt(path);
  if (holder.host === hostname() && Date.now() - before > SILENCE * 2) return false;
  for (let waited = 0; waited < SILENCE; waited += 250) {
    await wait(250);
    if ((await touchedAt(path)) !== before) return true;
  }
  return false;
}

async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Two may find the same stale lock at once: what was moved away must be that lock, or it is put back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${String(process.pid)}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readContent(aside);
  if (moved !== undefined && moved !== stale) await rename(aside, path);
  await rm(aside, { force: true });
}

function describeHolder(holder: Holder, me: Holder): string {
  const elsewhere = holder.host === me.host ? '' : ` on ${holder.host}`;
  return holder.pid === me.pid && holder.namespace === me.namespace
    ? `this process (${String(holder.pid)}) already`
    : `process ${String(holder.pid)}${elsewhere}`;
}
