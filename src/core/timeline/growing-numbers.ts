/** A list of whole numbers from 0 to 2³² - 1 in four bytes each. */
export interface GrowingNumbers {
  push(value: number): void;
  /** Everything so far. */
  all(): Uint32Array;
}

/** An empty list. */
export function growingNumbers(): GrowingNumbers {
  let values = new Uint32Array(64);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    all: () => values.subarray(0, length),
  };
}
