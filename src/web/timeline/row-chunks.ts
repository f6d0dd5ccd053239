/** Rows that are mounted and laid out together. */
export interface RowChunk {
  /** Id of its first row when it was made; stays while rows come and go. */
  readonly key: string;
  readonly ids: readonly string[];
}

const SIZE = 25;

/**
 * Cuts a list into chunks. Chunks of an earlier cut stay as they are as far as they can: a row that comes goes into the
 * chunk around it, so that the rest keeps its place on the page and is not rendered again. Gives back `earlier` itself
 * where nothing changed.
 */
export function rowChunks(ids: readonly string[], earlier: readonly RowChunk[] = []): readonly RowChunk[] {
  const starts = new Set(earlier.map(({ ids: [first] }) => first));
  const chunks: string[][] = [];
  for (const id of ids) {
    const last = chunks.at(-1);
    const isFull = last !== undefined && last.length >= (earlier.length === 0 ? SIZE : 2 * SIZE);
    if (last === undefined || isFull || (starts.has(id) && last.length >= SIZE / 2)) chunks.push([id]);
    else last.push(id);
  }
  const known = new Map(earlier.map((chunk) => [chunk.ids[0], chunk]));
  const next = chunks.map((chunk) => sameChunk(known.get(chunk[0]), chunk) ?? { key: chunk[0] ?? '', ids: chunk });
  const isSame = next.length === earlier.length && next.every((chunk, index) => chunk === earlier[index]);
  return isSame ? earlier : next;
}

function sameChunk(known: RowChunk | undefined, ids: readonly string[]): RowChunk | undefined {
  return known !== undefined && known.ids.length === ids.length && known.ids.every((id, index) => id === ids[index])
    ? known
    : undefined;
}
