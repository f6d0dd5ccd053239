/** Half-open range of character offsets in the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
