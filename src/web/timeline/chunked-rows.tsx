import { memo, type ReactNode, useEffect, useRef, useState } from 'react';

import { type RowChunk, rowChunks } from './row-chunks.ts';
import { useIsPrinting } from './use-is-printing.ts';

interface ChunkedRowsProps {
  readonly ids: readonly string[];
  /** Row that must be there, in sight or not. */
  readonly needed: string | null;
  /** What a row is drawn with; without `faceOf` it must stay the same function for as long as it draws the same. */
  readonly renderRow: (id: string) => ReactNode;
  /** Says everything of a row that `renderRow` depends on: then only chunks are drawn anew of which it changed. */
  readonly faceOf?: (id: string) => string;
}

/** So many rows are there from the start. */
const AT_ONCE = 200;
/** Height of a row that nobody has seen yet, in pixels. */
const EXPECTED_HEIGHT = 44;

/**
 * A long list of rows. Chunks come into being when they come near to being seen, and all of them when the page is
 * printed; those out of sight cost no layout.
 */
export function ChunkedRows({ faceOf, ids, needed, renderRow }: ChunkedRowsProps): ReactNode {
  const [kept, keep] = useState<readonly RowChunk[]>(() => rowChunks(ids));
  const chunks = rowChunks(ids, kept);
  if (chunks !== kept) keep(chunks);
  const early = new Set(ids.slice(0, AT_ONCE));
  return chunks.map((chunk) => {
    const isAtOnce = early.has(chunk.ids[0] ?? '') || (needed !== null && chunk.ids.includes(needed));
    const face = faceOf && chunk.ids.map(faceOf).join('\n');
    return <Chunk key={chunk.key} {...{ chunk, face, isAtOnce, renderRow }} />;
  });
}

interface ChunkProps {
  readonly chunk: RowChunk;
  readonly isAtOnce: boolean;
  readonly face: string | undefined;
  readonly renderRow: (id: string) => ReactNode;
}

const Chunk = memo(function Chunk({ chunk, isAtOnce, renderRow }: ChunkProps): ReactNode {
  const element = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(isAtOnce);
  const isPrinting = useIsPrinting();
  const isThere = isNear || isAtOnce || isPrinting;
  useEffect(() => {
    const watched = element.current;
    if (isThere || watched === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setNear(true);
      },
      { rootMargin: '1200px 0px' },
    );
    observer.observe(watched);
    return () => {
      observer.disconnect();
    };
  }, [isThere]);
  const height = chunk.ids.length * EXPECTED_HEIGHT;
  return (
    <tbody
      ref={element}
      className="timeline-chunk"
      style={isThere ? { containIntrinsicBlockSize: `auto ${height}px` } : { height }}
    >
      {isThere ? chunk.ids.map((id) => renderRow(id)) : null}
    </tbody>
  );
}, isSame);

function isSame(before: ChunkProps, now: ChunkProps): boolean {
  if (before.chunk !== now.chunk || before.isAtOnce !== now.isAtOnce || before.face !== now.face) return false;
  return now.face !== undefined || before.renderRow === now.renderRow;
}
