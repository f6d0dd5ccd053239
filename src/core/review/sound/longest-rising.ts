/** Places of a longest subsequence that never falls, in order; n log n (patience sorting). */
export function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    const at = firstAbove(tails, number, numbers);
    before.push(tails[at - 1]);
    tails[at] = place;
  });
  const rising: number[] = [];
  for (let place = tails.at(-1); place !== undefined; place = before[place]) rising.push(place);
  return rising.toReversed();
}

/** The first tail that is greater than the number. */
function firstAbove(tails: readonly number[], number: number, numbers: readonly number[]): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[tails[middle] ?? 0] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
