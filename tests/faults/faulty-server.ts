import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { isRunning } from '../support/run-database-process.ts';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const SCRIPT = fileURLToPath(new URL('server-process.ts', import.meta.url));
const PASSWORD = 'correct horse battery';
const ADA = { email: 'ada@example.com', password: PASSWORD };
/** Longest time until a killed database is there again, in milliseconds. */
const PATIENCE = 30_000;

/** An answer of the API; the body is empty where there is none. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly revision: number;
    readonly code?: string;
    readonly detail?: string;
    readonly record: { readonly title?: string; readonly summary?: { readonly text?: string } };
    readonly current?: { readonly revision: number; readonly record: { readonly title?: string } };
  };
}

/** What a request takes. */
export interface Asked {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole server on one data directory and one port, over many lives. */
export class FaultyServer {
  readonly directory: string;
  /** What its lives wrote to their log: errors only. */
  readonly log: string[] = [];
  port = 0;
  workspaceId = '';
  headers: Record<string, string> = {};
  private child: ChildProcess | undefined;
  private link: string | undefined;

  constructor(directory: string) {
    this.directory = directory;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it where it was before, and waits until it answers. */
  async start(): Promise<void> {
    const args = ['--conditions=nevertwice-source', SCRIPT, this.directory, String(this.port)];
    const child = spawn(NODE, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    createInterface(child.stderr).on('line', (line) => this.log.push(line));
    const ended = once(child, 'exit').then(() => [JSON.stringify({ ended: this.log.slice(-20) })]);
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
    const { link, url } = JSON.parse(line) as { url?: string; link?: string };
    if (url === undefined) throw new Error(`The server does not start: ${line}`);
    this.port = Number(new URL(url).port);
    this.link = link;
  }

  /** Makes the first administrator, or signs in as the one there is. */
  async signIn(): Promise<void> {
    const token = this.link?.split('token=')[1];
    const answer =
      token === undefined
        ? await this.post('/session', ADA)
        : await this.post('/setup', { ...ADA, token, name: 'Ada', workspaceName: 'Example' });
    const { csrfToken, workspace } = (await answer.json()) as { csrfToken: string; workspace: { id: string } };
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    this.headers = { cookie, 'x-csrf-token': csrfToken };
    this.workspaceId = workspace.id;
  }

  private post(path: string, body: object): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Calls the API as the administrator; rejects only where no answer comes. */
  async call(method: string, path: string, { body, headers }: Asked = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.headers, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
  }

  /** A POST that creates once, however often it is repeated with the same key. */
  create(path: string, body: object, key: string = crypto.randomUUID()): Promise<Answer> {
    return this.call('POST', path, { body, headers: { 'idempotency-key': key } });
  }

  /** Number of the running server process of the database; there may be none for a moment after a kill. */
  async databasePid(): Promise<number> {
    const file = join(this.directory, 'postgres', 'postmaster.pid');
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await wait(5)) {
      const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
      if (pid > 0 && isRunning(pid)) return pid;
    }
    throw new Error(`The database does not come back. ${this.log.slice(-20).join('\n')}`);
  }

  /** Ends the process of the server, and waits for that. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
