/** What is wrong with a request; the edges map it exhaustively to an exit code, an HTTP status or an MCP error. */
export type RefusalKind = 'missing' | 'invalid' | 'forbidden' | 'conflict' | 'limited' | 'unavailable';

/** One row of the table of refusals. */
export interface RefusalRule<Params> {
  readonly kind: RefusalKind;
  readonly message: (params: Params) => string;
  readonly help: string;
}

/** Fixes the parameters of one refusal, so that the table stays typed row by row. */
export function rule<Params>(
  kind: RefusalKind,
  message: (params: Params) => string,
  help: string,
): RefusalRule<Params> {
  return { kind, message, help };
}
