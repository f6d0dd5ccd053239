/** A dot beside the axis. */
interface LaidDot {
  readonly id: string;
  readonly at: number;
  /** 0 stands next to the axis. */
  readonly lane: number;
}

/** How many events a short stretch of the axis has. */
interface DensityBar {
  readonly from: number;
  readonly count: number;
}

/** Dots while they can be told apart, bars where they cannot. */
export interface LaidEvents {
  readonly dots: readonly LaidDot[];
  readonly bars: readonly DensityBar[];
  /** Length of a bar along the axis, and the highest count. */
  readonly bucket: number;
  readonly highest: number;
}

const BUCKET = 4;

/**
 * Lays events (pixels along the axis, rising) out as dots in as few lanes as keep them apart; where more than `lanes`
 * would be needed, all of them become bars of density, except those that must stay dots.
 */
export function layEvents(
  events: readonly { readonly id: string; readonly at: number; readonly keep: boolean }[],
  { size, lanes }: { readonly size: number; readonly lanes: number },
): LaidEvents {
  const dots = layDots(events, size);
  if (dots.every(({ lane }) => lane < lanes)) return { dots, bars: [], bucket: BUCKET, highest: 0 };
  const kept = layDots(
    events.filter(({ keep }) => keep),
    size,
  );
  const counts = new Map<number, number>();
  for (const { at } of events) {
    const from = Math.floor(at / BUCKET) * BUCKET;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  const bars = [...counts].map(([from, count]) => ({ from, count }));
  return {
    dots: kept.map((dot) => ({ ...dot, lane: Math.min(dot.lane, lanes - 1) })),
    bars,
    bucket: BUCKET,
    highest: Math.max(...counts.values()),
  };
}

function layDots(events: readonly { readonly id: string; readonly at: number }[], size: number): LaidDot[] {
  const ends: number[] = [];
  return events.map(({ id, at }) => {
    let lane = ends.findIndex((end) => end <= at);
    if (lane === -1) lane = ends.length;
    ends[lane] = at + size;
    return { id, at, lane };
  });
}
