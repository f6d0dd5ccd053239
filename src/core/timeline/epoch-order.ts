const DIGIT = 65_536;

/** Below this length comparing is faster than counting the values of a digit. */
const FEW = 10_000;

/**
 * Positions of `epochs` in ascending order, equal ones in their given order. Radix sort where there are many: linear,
 * because a million log records are an everyday input.
 *
 * @param epochs - Finite whole numbers (milliseconds).
 */
export function epochOrder(epochs: Float64Array): Uint32Array {
  let order = new Uint32Array(epochs.length);
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  // oxlint-disable-next-line unicorn/no-array-sort -- An array of its own, sorted in place.
  if (order.length < FEW) return order.sort((a, b) => epochs[a]! - epochs[b]! || a - b);
  const [low, high] = extremes(epochs);
  let spare = new Uint32Array(epochs.length);
  for (let unit = 1; unit <= high - low; unit *= DIGIT) {
    scatter({ epochs, low, unit }, order, spare);
    [order, spare] = [spare, order];
  }
  return order;
}

/** One pass of the radix sort: `from` in the order of one digit goes into `to`. Loops by index make no garbage. */
function scatter(key: { epochs: Float64Array; low: number; unit: number }, from: Uint32Array, to: Uint32Array): void {
  const { epochs, low, unit } = key;
  const starts = new Uint32Array(DIGIT + 1);
  for (let place = 0; place < from.length; place += 1) {
    const digit = Math.floor((epochs[from[place]!]! - low) / unit) % DIGIT;
    starts[digit + 1]! += 1;
  }
  for (let digit = 0; digit < DIGIT; digit += 1) starts[digit + 1]! += starts[digit]!;
  for (let place = 0; place < from.length; place += 1) {
    const index = from[place]!;
    const digit = Math.floor((epochs[index]! - low) / unit) % DIGIT;
    to[starts[digit]!] = index;
    starts[digit]! += 1;
  }
}

function extremes(epochs: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < epochs.length; index += 1) {
    const epoch = epochs[index]!;
    if (epoch < low) low = epoch;
    if (epoch > high) high = epoch;
  }
  return [low, high];
}
