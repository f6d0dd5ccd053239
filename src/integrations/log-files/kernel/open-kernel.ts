import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { KERNEL_BYTES, KERNEL_MEMORY, KERNEL_PADDING, KERNEL_PAGES, OUT_ENTRIES } from './kernel-memory.ts';
import { PlainKernel } from './plain-kernel.ts';
import { CALM_BYTES, MOST_CALM, RECORD_ENTRIES, type ScanKernel, type ScanTask } from './scan-kernel.ts';
import { wordGroups } from './word-groups.ts';

/** What `scan.as.ts` exports. */
interface ScanExports {
  readonly lines: { readonly value: number };
  readonly next: { readonly value: number };
  readonly lineEnd: (at: number, end: number) => number;
  // oxlint-disable-next-line max-params -- numbers are all that WebAssembly takes
  readonly turns: (
    from: number,
    end: number,
    offset: number,
    anchor: number,
    opening: number,
    out: number,
    room: number,
  ) => number;
  // oxlint-disable-next-line max-params -- numbers are all that WebAssembly takes
  readonly records: (
    from: number,
    end: number,
    offset: number,
    anchor: number,
    opening: number,
    mode: number,
    behind: number,
    heads: number,
    out: number,
    room: number,
  ) => number;
  readonly learn: (start: number, end: number) => number;
  readonly forget: () => void;
}

/** The numbers of `ScanTask.marks` in `scan.as.ts`. */
const MODES = { all: 0, words: 1, 'words inside': 2 } as const;

/** Built beside the compiled files; sources find it in `dist` if that is there. */
function kernelFile(): string {
  const built = import.meta.url.endsWith('.js');
  const path = built ? './scan.wasm' : '../../../../dist/integrations/log-files/kernel/scan.wasm';
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Opens a kernel of one's own: the compiled one, or the plain one where none was built. */
export function openKernel(file = kernelFile()): ScanKernel {
  return existsSync(file) ? new CompiledKernel(new WebAssembly.Module(readFileSync(file))) : new PlainKernel();
}

const { bytes: BYTES, out: OUT } = KERNEL_MEMORY;

class CompiledKernel implements ScanKernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly out: Uint32Array;
  readonly #memory: Uint8Array;
  readonly #scan: ScanExports;
  #offset = 0;
  #anchor = 0;
  #opening = -1;
  #mode: 0 | 1 | 2 = 0;
  #behind = 0;
  #heads = 0;

  constructor(module: WebAssembly.Module) {
    const memory = new WebAssembly.Memory({ initial: KERNEL_PAGES, maximum: KERNEL_PAGES });
    this.#scan = new WebAssembly.Instance(module, { env: { memory } }).exports as ScanExports;
    this.#memory = new Uint8Array(memory.buffer);
    this.bytes = new Uint8Array(memory.buffer, BYTES, KERNEL_BYTES + KERNEL_PADDING);
    this.out = new Uint32Array(memory.buffer, OUT, OUT_ENTRIES);
  }

  get next(): number {
    return this.#scan.next.value - BYTES;
  }

  get lines(): number {
    return this.#scan.lines.value;
  }

  begin({ minutes, marks, words, calm }: ScanTask): void {
    const { least, greatest, kept, before, anchor, anchorMask, words: groups } = KERNEL_MEMORY;
    this.#mode = MODES[marks];
    this.#memory.set(wordGroups(words), groups);
    // No stamp has the shape of a file without one.
    this.#memory.fill(255, least, greatest).fill(0, greatest, kept).fill(255, kept, before).fill(0, before, groups);
    this.#heads = 0;
    this.#scan.forget();
    if (minutes === null) return;
    this.#offset = minutes.offset;
    this.#anchor = minutes.anchor.length;
    this.#opening = minutes.opening;
    this.#behind = minutes.length;
    this.#memory.set(minutes.least, least);
    this.#memory.set(minutes.greatest, greatest);
    this.#memory.set(minutes.kept, kept);
    this.#memory.set(minutes.anchor, anchor);
    this.#memory.fill(255, anchorMask, anchorMask + this.#anchor);
    for (const head of calm.slice(0, MOST_CALM)) this.#addCalm(head);
  }

  #addCalm(head: string): void {
    const at = KERNEL_MEMORY.calm + 2 * CALM_BYTES * this.#heads;
    this.#memory.fill(0, at, at + 2 * CALM_BYTES).fill(255, at + CALM_BYTES, at + CALM_BYTES + head.length);
    for (let index = 0; index < head.length; index += 1) this.#memory[at + index] = head.charCodeAt(index);
    this.#heads += 1;
  }

  restart(): void {
    this.#memory.fill(0, KERNEL_MEMORY.before, KERNEL_MEMORY.anchor);
  }

  turns(from: number, end: number): number {
    const count = this.#scan.turns(
      BYTES + from,
      BYTES + end,
      this.#offset,
      this.#anchor,
      this.#opening,
      OUT,
      OUT_ENTRIES,
    );
    for (let at = 0; at < count; at += 1) this.out[at]! -= BYTES;
    return count;
  }

  records(from: number, end: number): number {
    const { out } = this;
    const count = this.#scan.records(
      BYTES + from,
      BYTES + end,
      this.#offset,
      this.#anchor,
      this.#opening,
      this.#mode,
      this.#behind,
      this.#heads,
      OUT,
      OUT_ENTRIES / RECORD_ENTRIES,
    );
    for (let at = 0; at < count * RECORD_ENTRIES; at += RECORD_ENTRIES) {
      out[at]! -= BYTES;
      out[at + 1]! -= BYTES;
    }
    return count;
  }

  learn(start: number, end: number): number {
    return this.#scan.learn(BYTES + start, BYTES + end);
  }

  forget(): void {
    this.#scan.forget();
  }

  lineEnd(at: number, end: number): number {
    return this.#scan.lineEnd(BYTES + at, BYTES + end) - BYTES;
  }
}
