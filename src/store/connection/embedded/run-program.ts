import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a program said and how it ended. */
export interface ProgramResult {
  /** Exit code; null where a signal ended it or it could not be started. */
  readonly code: number | null;
  /** Both of its outputs, or why it could not be started. */
  readonly output: string;
}

/** Runs a program to its end. Never throws: whoever calls knows better what a failure means. */
export async function runProgram(
  command: readonly [string, ...string[]],
  options: SpawnOptions,
  input = '',
): Promise<ProgramResult> {
  const [program, ...args] = command;
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  // A program that ends before it has read everything closes the pipe, which is its right.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output: (await outputs).join('').trim() };
  } catch (error) {
    await outputs.catch(() => []);
    return { code: null, output: (error as Error).message };
  }
}
