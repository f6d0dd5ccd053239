/** Lines as the server gives them. */
export interface LineBlock {
  readonly from: number;
  readonly lines: readonly string[];
}

const BLOCK = 500;

/** The blocks of lines to ask for, so that the lines from … to are there. */
export function blocksFor(from: number, to: number): { readonly from: number; readonly count: number }[] {
  const first = Math.floor((Math.max(1, from) - 1) / BLOCK);
  const last = Math.floor((Math.max(from, to) - 1) / BLOCK);
  return Array.from({ length: last - first + 1 }, (_none, index) => ({
    from: (first + index) * BLOCK + 1,
    count: BLOCK,
  }));
}

/** Lines by their numbers. */
export function linesOf(blocks: readonly LineBlock[]): ReadonlyMap<number, string> {
  return new Map(blocks.flatMap(({ from, lines }) => lines.map((line, index) => [from + index, line] as const)));
}
