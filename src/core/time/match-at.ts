/** Match of a sticky expression exactly at an offset, or null. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** A part of a written time: what it says and the offset behind it. */
export interface Scanned<T> {
  readonly value: T;
  readonly end: number;
}
