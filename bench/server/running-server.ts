import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A built server in a process of its own, with somebody signed in. */
export interface BenchServer {
  readonly url: string;
  readonly workspaceId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const UNLIMITED = fileURLToPath(new URL('serve-process.ts', import.meta.url));
const CREDENTIALS = { email: 'bench@example.com', password: 'a long enough password' };

/**
 * Starts the built server on a data directory, without limits on how often one may call, waits for its first page, and
 * signs in (or sets up).
 */
export async function startBenchServer(dataDirectory: string): Promise<BenchServer> {
  const { child, token, url } = await start([UNLIMITED, dataDirectory]);
  return { url, child, ...(await signIn(url, token)), stop: () => stop(child) };
}

/** Milliseconds from the start of the process, as `npm start` runs it, to the first page. */
export async function measureStart(dataDirectory: string): Promise<number> {
  const started = performance.now();
  const { child } = await start([MAIN, 'serve', '--data', dataDirectory, '--port', '0', '--no-open']);
  const milliseconds = performance.now() - started;
  await stop(child);
  return milliseconds;
}

async function start(
  args: readonly string[],
): Promise<{ child: ChildProcess; url: string; token: string | undefined }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const { url, token } = await readGreeting(child);
  const page = await fetch(url);
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
  await page.arrayBuffer();
  return { child, url, token };
}

async function readGreeting(child: ChildProcess): Promise<{ url: string; token: string | undefined }> {
  let text = '';
  const { promise, resolve, reject } = Promise.withResolvers<{ url: string; token: string | undefined }>();
  const read = (chunk: Buffer): void => {
    text += chunk.toString();
    const url = /http:\/\/[\w.:-]+/u.exec(text)?.[0];
    // The greeting is written at once; its end may still be on the way.
    if (url !== undefined) setTimeout(() => resolve({ url, token: /token=([\w-]+)/u.exec(text)?.[1] }), 20);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('exit', (code) => reject(new Error(`The server ended with code ${code}: ${text}`)));
  return promise;
}

async function signIn(url: string, token: string | undefined): Promise<Pick<BenchServer, 'headers' | 'workspaceId'>> {
  const [path, body] =
    token === undefined
      ? ['/session', CREDENTIALS]
      : ['/setup', { ...CREDENTIALS, token, name: 'Bench', workspaceName: 'Bench' }];
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  const { csrfToken, workspace } = (await response.json()) as { csrfToken: string; workspace: { id: string } };
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  return { headers: { cookie, 'x-csrf-token': csrfToken, origin: url }, workspaceId: workspace.id };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

/** Resident megabytes of the server and of its database, shared pages counted once (Linux only). */
export function residentMegabytes(child: ChildProcess): { readonly node: number; readonly database: number } {
  const database = postgresOf(child.pid ?? 0);
  return { node: pss(child.pid ?? 0), database: database.reduce((sum, pid) => sum + pss(pid), 0) };
}

function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The database runs in a session of its own; its postmaster is a child of the server, the others are its children. */
function postgresOf(parent: number): number[] {
  const children = processes().filter((each) => each.parent === parent);
  return children.flatMap(({ pid }) => [pid, ...postgresOf(pid)]);
}

function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return [];
      }
    });
}
