import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { KERNEL_BYTES, KERNEL_MEMORY, KERNEL_PADDING, KERNEL_PAGES, OUT_ENTRIES } from './kernel-memory.ts';
import { PlainKernel } from './plain-kernel.ts';
import type { ScanKernel, ScanTask } from './scan-kernel.ts';
import { wordGroups } from './word-groups.ts';

/** What `scan.as.ts` exports. */
interface ScanExports {
  readonly lines: { readonly value: number };
  readonly next: { readonly value: number };
  readonly lineEnd: (at: number, end: number) => number;
  // oxlint-disable-next-line max-params -- numbers are all that WebAssembly takes
  readonly turns: (from: number, end: number, offset: number, anchor: number, out: number, room: number) => number;
  // oxlint-disable-next-line max-params -- numbers are all that WebAssembly takes
  readonly marked: (from: number, end: number, inside: number, out: number, room: number) => number;
}

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
  #inside = 0;

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

  begin({ minutes, words, inside }: ScanTask): void {
    const { least, greatest, kept, before, anchor, anchorMask, words: groups } = KERNEL_MEMORY;
    this.#inside = inside ? 1 : 0;
    this.#memory.set(wordGroups(words), groups);
    // No stamp has the shape of a file without one.
    this.#memory.fill(255, least, greatest).fill(0, greatest, kept).fill(255, kept, before).fill(0, before, groups);
    if (minutes === null) return;
    this.#offset = minutes.offset;
    this.#anchor = minutes.anchor.length;
    this.#memory.set(minutes.least, least);
    this.#memory.set(minutes.greatest, greatest);
    this.#memory.set(minutes.kept, kept);
    this.#memory.set(minutes.anchor, anchor);
    this.#memory.fill(255, anchorMask, anchorMask + this.#anchor);
  }

  restart(): void {
    this.#memory.fill(0, KERNEL_MEMORY.before, KERNEL_MEMORY.anchor);
  }

  turns(from: number, end: number): number {
    const count = this.#scan.turns(BYTES + from, BYTES + end, this.#offset, this.#anchor, OUT, OUT_ENTRIES);
    for (let at = 0; at < count; at += 1) this.out[at]! -= BYTES;
    return count;
  }

  marked(from: number, end: number): number {
    const count = this.#scan.marked(BYTES + from, BYTES + end, this.#inside, OUT, OUT_ENTRIES / 2);
    for (let at = 0; at < count * 2; at += 1) this.out[at]! -= BYTES;
    return count;
  }

  lineEnd(at: number, end: number): number {
    return this.#scan.lineEnd(BYTES + at, BYTES + end) - BYTES;
  }
}
