import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A document that somebody is to open. */
export interface Opening {
  readonly url: string;
  /** Name of the document in the protocol. */
  readonly name: string;
  readonly cookie: string;
  readonly person: number;
  /** The same key opens the same copy again, perhaps on another server. */
  readonly key: string;
}

/** What a process of people can be told. */
export type TypistsTask =
  | { readonly do: 'open'; readonly openings: readonly Opening[] }
  | { readonly do: 'type'; readonly seconds: number }
  | { readonly do: 'close'; readonly forget: boolean };

/** What people typed and saw. */
export interface Typed {
  /** How many letters, by letter; each person has one. */
  readonly letters: Readonly<Record<string, number>>;
  /** How many stamps of time. */
  readonly stamps: number;
  /** The different texts at the end. */
  readonly texts: readonly string[];
  /** Milliseconds from writing a stamp to its arrival, for every stamp and every other person. */
  readonly delays: readonly number[];
}

const SCRIPT = fileURLToPath(new URL('typists-process.ts', import.meta.url));

/** Two processes of people, so that they do not wait for each other more than needed. */
export class Typists {
  private readonly processes: ChildProcess[];

  constructor() {
    this.processes = [0, 1].map(() => fork(SCRIPT, { execArgv: ['--conditions=nevertwice-source'] }));
  }

  /** Opens documents, the people shared between the processes. */
  async open(openings: readonly Opening[]): Promise<void> {
    await this.all((index) => ({ do: 'open', openings: openings.filter((_, each) => each % 2 === index) }));
  }

  /** Everybody types. */
  async type(seconds: number): Promise<Typed[]> {
    return (await this.all(() => ({ do: 'type', seconds }))) as Typed[];
  }

  /** Everybody leaves; `forget` drops their copies, too. */
  async close(forget: boolean): Promise<void> {
    await this.all(() => ({ do: 'close', forget }));
  }

  end(): void {
    for (const child of this.processes) child.kill();
  }

  private all(task: (index: number) => TypistsTask): Promise<unknown[]> {
    return Promise.all(
      this.processes.map(async (child, index) => {
        child.send(task(index));
        const [{ answer, error }] = (await once(child, 'message')) as [{ answer?: unknown; error?: string }];
        if (error !== undefined) throw new Error(error);
        return answer;
      }),
    );
  }
}
