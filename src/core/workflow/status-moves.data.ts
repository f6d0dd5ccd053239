/** Where a status leads. `approved` is reached by signing off, never by setting it. */
export const STATUS_MOVES = {
  draft: ['in-review'],
  'in-review': ['draft', 'published'],
  approved: ['in-review', 'published'],
  published: ['in-review', 'closed'],
  closed: ['published'],
} as const satisfies Record<string, readonly string[]>;

/** How a status reads in a document. */
export const STATUS_LABELS: Readonly<Record<keyof typeof STATUS_MOVES, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
  closed: 'Closed',
};
