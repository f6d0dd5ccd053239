const FIRST_SIZE = 1024;

/**
 * Numbers for byte strings, in the order in which they were first seen: a hash table over two hashes of 32 bits, which
 * tell a hundred thousand strings apart with a chance of error of one in three billion.
 */
export class ShapeTable {
  #first = new Int32Array(FIRST_SIZE);
  #second = new Int32Array(FIRST_SIZE);
  #ids = new Int32Array(FIRST_SIZE).fill(-1);
  #count = 0;
  #slot = 0;
  #hash = 0;
  #other = 0;

  get size(): number {
    return this.#count;
  }

  /** The number of a string that is known, −1 of a new one. */
  find(bytes: Uint8Array, length: number): number {
    let hash = 0x811c_9dc5 | 0;
    let other = length | 0;
    for (let at = 0; at < length; at += 1) {
      const code = bytes[at]!;
      hash = Math.imul(hash ^ code, 0x0100_0193);
      other = (Math.imul(other, 0x5bd1_e995 | 0) + code) | 0;
    }
    this.#hash = hash ^ (hash >>> 15);
    this.#other = other;
    this.#slot = this.#slotOf(this.#hash, other);
    return this.#ids[this.#slot]!;
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
