const FIRST_SIZE = 1024;

/**
 * Numbers for byte strings, in the order in which they were first seen: a hash table over two hashes of 32 bits, which
 * tell a hundred thousand strings apart with a chance of error of one in three billion.
 */
export class ShapeTable {
  #first = new Int32Array(FIRST_SIZE);
  #second = new Int32Array(FIRST_SIZE);
  #ids = new Int32Array(FIRST_SIZE).fill(-1);
  #bytes: Uint8Array | null = null;
  #words: Int32Array = new Int32Array(0);
  #count = 0;
  #slot = 0;
  #hash = 0;
  #other = 0;

  /**
   * The number of a string that is known, −1 of a new one. The bytes stand at the front of a buffer of a multiple of four, which is padded
   * with zeros here.
   */
  find(bytes: Uint8Array, length: number): number {
    if (bytes !== this.#bytes) this.#view(bytes);
    const words = this.#words;
    for (let at = length; (at & 3) !== 0; at += 1) bytes[at] = 0;
    const count = (length + 3) >> 2;
    let hash = length | 0;
    let other = -length | 0;
    for (let at = 0; at < count; at += 1) {
      const word = words[at]!;
      hash = Math.imul(hash ^ word, 0x5bd1_e995 | 0);
      hash ^= hash >>> 15;
      other = (Math.imul(other, 0x0100_0193) + word) | 0;
      other ^= other >>> 13;
    }
    this.#hash = hash;
    this.#other = other;
    this.#slot = this.#slotOf(hash, other);
    return this.#ids[this.#slot]!;
  }

  /** Four bytes at once are read: the strings to look for stand in few buffers, mostly in one. */
  #view(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  }

  /** Gives the string that was just looked for, and not found, the number `id`. */
  insert(id: number): void {
    this.#put(this.#slot, id);
    this.#count += 1;
    if (this.#count * 2 > this.#ids.length) this.#grow();
  }

  #put(slot: number, id: number): void {
    this.#first[slot] = this.#hash;
    this.#second[slot] = this.#other;
    this.#ids[slot] = id;
  }

  #slotOf(hash: number, other: number): number {
    const ids = this.#ids;
    const last = ids.length - 1;
    let slot = hash & last;
    while (ids[slot] !== -1 && (this.#first[slot] !== hash || this.#second[slot] !== other)) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [first, second, ids] = [this.#first, this.#second, this.#ids];
    this.#first = new Int32Array(ids.length * 2);
    this.#second = new Int32Array(ids.length * 2);
    this.#ids = new Int32Array(ids.length * 2).fill(-1);
    for (let at = 0; at < ids.length; at += 1) {
      if (ids[at] === -1) continue;
      this.#hash = first[at]!;
      this.#other = second[at]!;
      this.#put(this.#slotOf(this.#hash, this.#other), ids[at]!);
    }
  }
}
