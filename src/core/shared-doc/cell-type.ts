/** What one place of the shared document may hold. Everything but `prose` is a single value that is replaced as a whole. */
export type CellType =
  /** Markdown; a shared text that several people type into. */
  | { readonly type: 'prose' }
  | { readonly type: 'line' }
  /** A written time. */
  | { readonly type: 'time' }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'choices'; readonly of: readonly string[] }
  /** Severity: label and rank. */
  | { readonly type: 'severity' }
  /** A stated duration: what is written, and a note. */
  | { readonly type: 'duration' }
  /** The row this one hangs under: an id in the shared document, an index in the record. */
  | { readonly type: 'parent' };

/** A cell of a row. A row without a required cell is not complete; a nullable one is null where nothing is known. */
export type RowCell = CellType & { readonly required?: boolean; readonly nullable?: boolean };

/** The cells of one list, by key. */
export type RowCells = Readonly<Record<string, RowCell>>;
