import pc from 'picocolors';

import type { Stream } from './screen.ts';

/** A stream that keeps what is printed. */
export function recordedStream(facts: { readonly width?: number; readonly isTerminal?: boolean } = {}): Stream & {
  readonly printed: () => string;
} {
  const parts: string[] = [];
  const write = (text: string | Uint8Array): void => void parts.push(String(text));
  return {
    isTerminal: facts.isTerminal ?? false,
    width: facts.width ?? 80,
    colours: pc.createColors(false),
    write,
    lines: (lines) => write(lines.map((line) => `${line}\n`).join('')),
    printed: () => parts.join(''),
  };
}
