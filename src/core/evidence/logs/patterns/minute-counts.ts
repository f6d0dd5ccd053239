const FIRST_SLOTS = 1024;
const MOST_SLOTS = 1 << 20;
const MINUTE = 60_000;

/** Counts per series and minute as plain data, one entry per series and minute that has any. */
export interface MinuteCountsData {
  /** Length of a bucket in minutes: a power of two, 1 unless there were too many. */
  readonly width: number;
  readonly series: Int32Array;
  /** Bucket since the epoch, in units of `width` minutes. */
  readonly buckets: Int32Array;
  readonly counts: Int32Array;
  /** The lowest place of each bucket. */
  readonly places: Float64Array;
}

/**
 * How often each series came in each minute, and where first. Memory has a bound: where there are more than 700,000
 * pairs of series and minute, buckets become twice as long.
 */
export class MinuteCounts {
  #width = 1;
  #size = 0;
  #last = FIRST_SLOTS - 1;
  #series = new Int32Array(FIRST_SLOTS);
  #buckets = new Int32Array(FIRST_SLOTS);
  #counts = new Int32Array(FIRST_SLOTS);
  #places = new Float64Array(FIRST_SLOTS);
  #recent = 0;

  /** Minutes in a bucket. */
  get width(): number {
    return this.#width;
  }

  /** Counts one at an instant (epoch milliseconds). */
  add(series: number, at: number, place: number): void {
    const bucket = Math.floor(at / (MINUTE * this.#width));
    const recent = this.#recent;
    // Records that follow each other are mostly of few series in the same minute.
    const slot =
      this.#buckets[recent] === bucket && this.#series[recent] === series && this.#counts[recent]! > 0
        ? recent
        : this.#slotOf(series, bucket);
    this.#recent = slot;
    if (this.#counts[slot] === 0) this.#open(slot, { series, bucket, place, count: 1 });
    else {
      this.#counts[slot]! += 1;
      if (place < this.#places[slot]!) this.#places[slot] = place;
    }
  }

  /** Adds the counts of another table; `renamed` gives this table's number of each of its series. */
  merge(data: MinuteCountsData, renamed: readonly number[]): void {
    while (this.#width < data.width) this.#coarsen();
    const factor = this.#width / data.width;
    for (let at = 0; at < data.series.length; at += 1) {
      const series = renamed[data.series[at]!] ?? -1;
      if (series === -1) continue;
      const entry = {
        series,
        bucket: Math.floor(data.buckets[at]! / factor),
        place: data.places[at]!,
        count: data.counts[at]!,
      };
      this.#addEntry(entry);
    }
  }

  toData(): MinuteCountsData {
    const slots = new Int32Array(this.#size);
    for (let slot = 0, next = 0; slot < this.#counts.length; slot += 1) {
      if (this.#counts[slot]! > 0) slots[next++] = slot;
    }
    return {
      width: this.#width,
      series: slots.map((slot) => this.#series[slot]!),
      buckets: slots.map((slot) => this.#buckets[slot]!),
      counts: slots.map((slot) => this.#counts[slot]!),
      places: Float64Array.from(slots, (slot) => this.#places[slot]!),
    };
  }

  #slotOf(series: number, bucket: number): number {
    const last = this.#last;
    let slot = (Math.imul(series, 0x9e37_79b1 | 0) ^ Math.imul(bucket, 0x85eb_ca6b | 0)) & last;
    while (this.#counts[slot] !== 0 && (this.#series[slot] !== series || this.#buckets[slot] !== bucket))
      slot = (slot + 1) & last;
    return slot;
  }

  #open(slot: number, { series, bucket, place, count }: Entry): void {
    this.#series[slot] = series;
    this.#buckets[slot] = bucket;
    this.#counts[slot] = count;
    this.#places[slot] = place;
    this.#size += 1;
    if (this.#size * 3 <= this.#counts.length * 2) return;
    if (this.#counts.length < MOST_SLOTS) this.#rebuild(this.#counts.length * 2, 1);
    else this.#coarsen();
  }

  #addEntry(entry: Entry): void {
    const slot = this.#slotOf(entry.series, entry.bucket);
    if (this.#counts[slot] === 0) this.#open(slot, entry);
    else {
      this.#counts[slot]! += entry.count;
      this.#places[slot] = Math.min(this.#places[slot]!, entry.place);
    }
  }

  #coarsen(): void {
    this.#width *= 2;
    this.#rebuild(this.#counts.length, 2);
  }

  #rebuild(slots: number, divisor: number): void {
    const { series, buckets, counts, places } = this.toData();
    this.#series = new Int32Array(slots);
    this.#buckets = new Int32Array(slots);
    this.#counts = new Int32Array(slots);
    this.#places = new Float64Array(slots);
    this.#last = slots - 1;
    this.#size = 0;
    this.#recent = 0;
    for (let at = 0; at < series.length; at += 1) {
      const bucket = Math.floor(buckets[at]! / divisor);
      this.#addEntry({ series: series[at]!, bucket, count: counts[at]!, place: places[at]! });
    }
  }
}

interface Entry {
  readonly series: number;
  readonly bucket: number;
  readonly place: number;
  readonly count: number;
}
